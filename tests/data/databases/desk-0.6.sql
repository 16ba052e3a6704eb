BEGIN TRANSACTION;
CREATE TABLE "desk_basis" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "dumped" text NOT NULL, "step" bigint unsigned NOT NULL CHECK ("step" >= 0));
INSERT INTO "desk_basis" VALUES(3,'{"rules": "2 2", "engines": {"ja": "6e1a8bcd753a9cdd289f9ebe97d1e68528113265cbdb8f93c5cce90a20fd9fbe", "ko": "ec38fc7051edce11680a8c9565f2888e8c5169a8be79959236b2853ab6d9699d", "zh-Hans": "20dbdb2c6aead0f6d39280f3ecf87bd2bed34a9a7fc9927a0f6fc67431d921ff", "zh-Hant": "20dbdb2c6aead0f6d39280f3ecf87bd2bed34a9a7fc9927a0f6fc67431d921ff"}, "terms": {}, "marks": null}',64);
CREATE TABLE "desk_change" ("token" varchar(32) NOT NULL PRIMARY KEY);
CREATE TABLE "desk_comment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "who" varchar(100) NOT NULL, "text" text NOT NULL, "segment_id" bigint NOT NULL REFERENCES "desk_segment" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "desk_declinedterm" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language" varchar(3) NOT NULL, "original" varchar(200) NOT NULL, "english" varchar(400) NOT NULL, "who" varchar(100) NOT NULL, "at" datetime NOT NULL, CONSTRAINT "declined_once" UNIQUE ("language", "original", "english"));
CREATE TABLE "desk_draft" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "key" varchar(64) NOT NULL UNIQUE, "digest" varchar(64) NOT NULL, "text" text NOT NULL, "engine" varchar(20) NOT NULL, "model" varchar(200) NOT NULL, "model_digest" varchar(64) NOT NULL, "options" varchar(64) NOT NULL, "terms" text NOT NULL CHECK ((JSON_VALID("terms") OR "terms" IS NULL)), "flags" text NOT NULL CHECK ((JSON_VALID("flags") OR "flags" IS NULL)), "made" datetime NOT NULL);
INSERT INTO "desk_draft" VALUES(1,'4a9bf71d58365371f6c7388a7eca93140aa51d94186964339db4a1a41d97c8c4','955e7d57483b279c70bbb04a2deac4788858642ddc71f520bd33f2c6a61fd9c9','Singapore: competition with Mexico: competition with Italy','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.970857');
INSERT INTO "desk_draft" VALUES(2,'36eb650f15c2ae4b7c89f00b11039d678066715018c743171427d668d388b011','4c057649ff37ca7b95895c01a4e9209e8a140f19b715d804ddc6ed313684d0de','A study of intellectual property in Poland and Australia','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.981879');
INSERT INTO "desk_draft" VALUES(3,'6250f6c38fee1c1ca34ae30975904fac8e091dac92d5a56492905b1dfd1b46c6','083979cf87c61939cd787dc43c170976a949b389706aba208888a599adabfa53','A study of intellectual property in Canada and Singapore','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.981916');
INSERT INTO "desk_draft" VALUES(4,'75679e8de8460e933e861a5a47b010644a0c3e9a1b48ea435a1a341a9a0c9e66','ace6c59e950328f812a793b8f503f003ab3d3ae0940c15e96c113f8b54be7910','Exports of intellectual property in South Korea','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','["The original has 30 percent (3\u5272), which the English does not say."]','2026-11-22 10:28:30.981940');
INSERT INTO "desk_draft" VALUES(5,'f8fdc31a1d632c73c1b9299ae442f65ba496c0252efc75941bc22c6e963ac41b','fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93','The shipbuilding industry in Australia and Industry hold summit in intellectual property','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.981958');
INSERT INTO "desk_draft" VALUES(6,'6bf423f740cf93a86fb45b34bffba5b8c58a7e7ae2453851a4073ccba2591f09','077cf2d2a581e54a0bc87a7a9c5bbc7fd22cf48ed4cb55040782b318155e2380','A study of intellectual property in Canada and Singapore','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.981976');
INSERT INTO "desk_draft" VALUES(7,'e16378707ef71f745045d21a984095a6995fb2c5acf71236f51f3e1b347d4515','812be7186b6241f5d5a280d1b7846257eca5c0fb734261fa02a32d427da8295f','The impact of export controls on small businesses in Italy','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.981994');
INSERT INTO "desk_draft" VALUES(8,'c3b0e676f9943a0cedf00cf8a4b7e57354a8bb607545d6397b5f7833d948f8ed','ed817234fde8b3ee92f76465b83d190e5d96db5fc0758472993ae2718d7c3ff3','Exports of intellectual property after 1002','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','["The English has 1002, which the original does not say."]','2026-11-22 10:28:30.982012');
INSERT INTO "desk_draft" VALUES(9,'c7ce52b3915bcd58c62fa97096b9c2050d3d0484841ad433a8f799a079c6ef01','cb1fa9be26775162a503529ee62d3830826175477257ba453f1f7b6ce1cf2f8a','Exports of the declining birth rate in Singapore and South Korea','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.982030');
INSERT INTO "desk_draft" VALUES(10,'66314eeac300df731e7a53211f27e1324ed9cfa95a910ab96e53e36ddc914d5f','7d3eee30fa5d97a82a15095bf3e7f18ebaf8b63e12351dbdf4db698cc4ccc437','The''s strategy on intellectual property after 100 million US dollars','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','["The English has 100 million US dollars, which the original does not say."]','2026-11-22 10:28:30.982047');
INSERT INTO "desk_draft" VALUES(11,'cc5019eedc951351d91c12c903419abe5996ffcd306f1a6562aef7dc3d1b3ffe','58ef7169b54b25ec780eca0d39a63d59ac6d3c52d65e4b4cbf2263e78b40cd20','The impact of export controls on the battery industry in Germany','argos','argos-test-zh-en-0.1','30f37df326e4bd4237f2e96dacfcfa1ae1e88c6cf83489d8cf097b7434fead82','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.982064');
INSERT INTO "desk_draft" VALUES(12,'7b9b633e5cdc468abfc9d647eb6950ee8b5bad235fab77fd4cf534d9ea2c9d52','28be44a2f0339d1157b9a3e73af3267521c5b84885145dd8ff8e0465d04474bf','The impact of export controls on the defence industry in Italy','argos','argos-test-zh-en-0.1','30f37df326e4bd4237f2e96dacfcfa1ae1e88c6cf83489d8cf097b7434fead82','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.982081');
INSERT INTO "desk_draft" VALUES(13,'6ab5d2e46640dfbc25fae875533f397a40db4537a3505157f7f3b4f1a4c9c95f','59761d4fccfc12951210a0ab8d47e077c5d23d7caa3f2da5e482ae3f4637c5fa','Prime Minister its challenges','argos','argos-test-zh-en-0.1','30f37df326e4bd4237f2e96dacfcfa1ae1e88c6cf83489d8cf097b7434fead82','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.982097');
INSERT INTO "desk_draft" VALUES(14,'1637527e5eaaa768593a470c31811a8b75337d5d798656c90c149670f56af7df','02231236d4c2c90c63d5216c1bb487b515f180e9b0cfa579bada479e1119e260','The impact of graphite to the declining birth rate on the declining birth rate','argos','argos-test-zh-en-0.1','30f37df326e4bd4237f2e96dacfcfa1ae1e88c6cf83489d8cf097b7434fead82','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.982113');
INSERT INTO "desk_draft" VALUES(15,'cba44e152992d629d08217939a69f3c24d0514c2622890329607c721556c8a77','ffdfbd25d567e082b32a58708dd6042afbd2684243ab54082be3c07269d7bf84','The shipbuilding industry in Turkey','argos','argos-test-zh-en-0.1','30f37df326e4bd4237f2e96dacfcfa1ae1e88c6cf83489d8cf097b7434fead82','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.982129');
INSERT INTO "desk_draft" VALUES(16,'961585fb1c4c6066136beffb00c84797cc82568cdb7451496e532bc1f9eca5ae','2853105d745a32d22e65c7f56ce1cf6b225bf2928d3cea4705b244949f272108','The impact of intellectual property on the shipbuilding industry in Canada','argos','argos-test-zh-en-0.1','30f37df326e4bd4237f2e96dacfcfa1ae1e88c6cf83489d8cf097b7434fead82','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.982146');
INSERT INTO "desk_draft" VALUES(17,'6c5e149d934b25e5a5caafdaa789f8b6ee5db5c24212081242cafc3f00d400d3','32bcf048711dfd54990a6e6d97416fbe7705a68d92cace829eb9f86533e7a0f2','The impact of space development on the battery industry in Poland','argos','argos-test-zh-en-0.1','30f37df326e4bd4237f2e96dacfcfa1ae1e88c6cf83489d8cf097b7434fead82','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.982161');
INSERT INTO "desk_draft" VALUES(18,'7fb42bbf4ab613f4842d8c0355c5682984c29c8721411eedd46eea89f0e63daf','3248510d4574588e5cbdef9d864956ed492cd6af866a51c1e787e72c4abb0b40','The impact of nuclear power in CATL and Japan','argos','argos-test-ko-en-0.1','276d1fc11c15e3cc1448e3ffe24e1998d2cccc7cefbd52217a03a8d475552811','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.982177');
INSERT INTO "desk_draft" VALUES(19,'df2339aac4ce640fefd79c08122bfd7b00b1768fe0ff8eb79c02ecfcf38987e4','1fe9d7cee95206e816bbc6c25d38ba6e718fa32a53fbd5e818933fb09f1ff651','A study of free trade in Malaysia: competition with India','argos','argos-test-ko-en-0.1','276d1fc11c15e3cc1448e3ffe24e1998d2cccc7cefbd52217a03a8d475552811','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.982194');
INSERT INTO "desk_draft" VALUES(20,'15da1e8d7273dfbfa8bba2b3aea9ca80321a0946d8625dde184aafef4413e8aa','d5d2e60991e6129b167440f31970ffe1fb60555016cde7eb9c0d74f0a257b3e2','The impact of free trade in Japan','argos','argos-test-ko-en-0.1','276d1fc11c15e3cc1448e3ffe24e1998d2cccc7cefbd52217a03a8d475552811','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:30.982209');
INSERT INTO "desk_draft" VALUES(21,'54b2c8463dd3d06f4609fc6c4209479b93ccb26f2f5153b1b8e24974161d90e3','640f56732614e7e84c04614efe79050a4d0e454f95edefb8524c716d624f4eaf','Exports of car parts to North Korea amounted to 300 million Australian dollars in January 2023.','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','["The original has 30 percent (3\u5272), which the English does not say.", "The English has 300 million Australian dollars, which the original does not say."]','2026-11-22 10:28:32.297980');
INSERT INTO "desk_draft" VALUES(22,'f2b22c6fc70777e72047c2d26043e55695539f7756d8c7208cb243812ca42e7f','79e81b612db6c4200da1446b7979eb58d8aa18a9b3eed3493a6a06e27d8b77f6','Exports of intellectual property in France.','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','406c19aed0f873b75d831749c12de0fe8ff50b9021594769d0ace389eb5e30c6','[]','[]','2026-11-22 10:28:32.298031');
CREATE TABLE "desk_enginechoice" ("language" varchar(7) NOT NULL PRIMARY KEY, "model" varchar(200) NOT NULL);
CREATE TABLE "desk_judgement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "key" varchar(16) NOT NULL, "state" varchar(10) NOT NULL, "who" varchar(100) NOT NULL, "at" datetime NOT NULL, "reason" text NOT NULL, "kind" varchar(20) NOT NULL, "printed" text NOT NULL, "original" text NOT NULL, "message" text NOT NULL, CONSTRAINT "a_known_judgement" CHECK ("state" IN ('dismissed', 'signed-off', 'reopened')));
INSERT INTO "desk_judgement" VALUES(1,'581fe1b8b2d003c4','dismissed','Kim','2026-11-22 10:28:58','an example','quotation','A ship is a promise with a delivery date.','','No sentence of the original passage was found that this quotation renders.');
INSERT INTO "desk_judgement" VALUES(2,'b66de51fb69200ff','signed-off','Kim','2026-11-22 10:29:02','','quotation','a maritime nation that cannot build its own hulls has outsourced its geography.','','no-text: 造船基盤の再検討');
INSERT INTO "desk_judgement" VALUES(3,'581fe1b8b2d003c4','reopened','Kim','2026-11-22 10:29:04','','quotation','A ship is a promise with a delivery date.','','No sentence of the original passage was found that this quotation renders.');
CREATE TABLE "desk_kept" ("source" varchar(80) NOT NULL PRIMARY KEY, "text" text NOT NULL, "step" bigint unsigned NOT NULL CHECK ("step" >= 0));
INSERT INTO "desk_kept" VALUES('2021-zosengyo-keizoku-shien','id: 2021-zosengyo-keizoku-shien
segments:
  - segment: title
    original: 造船業継続支援基金法
    digest: fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93
    english: Another 5
    status: published
    corrected_by: Kim
    corrected_at: ''2026-11-22T10:28:38Z''
    approved_by: Kim
    approved_at: ''2026-11-22T10:28:38Z''
    published_by: Kim
    published_at: ''2026-11-22T10:29:05Z''
',57);
INSERT INTO "desk_kept" VALUES('2023-zosenjo-kyujin-3','id: 2023-zosenjo-kyujin-3
segments:
  - segment: title
    original: 造船所、求人3割増
    digest: ace6c59e950328f812a793b8f503f003ab3d3ae0940c15e96c113f8b54be7910
    english: Another 2
    status: published
    corrected_by: Kim
    corrected_at: ''2026-11-22T10:28:38Z''
    approved_by: Kim
    approved_at: ''2026-11-22T10:28:38Z''
    published_by: Kim
    published_at: ''2026-11-22T10:29:05Z''
  - segment: container
    original: 国土海洋新報
    digest: 812be7186b6241f5d5a280d1b7846257eca5c0fb734261fa02a32d427da8295f
    english: A person''s English 6
    status: published
    corrected_by: Kim
    corrected_at: ''2026-11-22T10:28:38Z''
    approved_by: Kim
    approved_at: ''2026-11-22T10:28:38Z''
    published_by: Kim
    published_at: ''2026-11-22T10:29:05Z''
',59);
INSERT INTO "desk_kept" VALUES('chen-2022-chuanchang-yu-yinhang','id: chen-2022-chuanchang-yu-yinhang
segments:
  - segment: title
  - segment: container
',26);
INSERT INTO "desk_kept" VALUES('hanguk-2023-choson-sanop-koyong','',27);
INSERT INTO "desk_kept" VALUES('hayashi-2020-godo-ka-kyumin','id: hayashi-2020-godo-ka-kyumin
segments:
  - segment: title
  - segment: container
    original: 地域産業の変容
    digest: ed817234fde8b3ee92f76465b83d190e5d96db5fc0758472993ae2718d7c3ff3
    english: A person''s English 3
    status: published
    corrected_by: Kim
    corrected_at: ''2026-11-22T10:28:38Z''
    approved_by: Kim
    approved_at: ''2026-11-22T10:28:38Z''
    published_by: Kim
    published_at: ''2026-11-22T10:29:05Z''
',60);
INSERT INTO "desk_kept" VALUES('kaiji-2021-zosen-kiban-no','id: kaiji-2021-zosen-kiban-no
segments:
  - segment: title
  - segment: container
    original: 海運研究
    digest: 7d3eee30fa5d97a82a15095bf3e7f18ebaf8b63e12351dbdf4db698cc4ccc437
    english: The''s strategy on intellectual property after 100 million US dollars
    status: published
    corrected_by: Kim
    corrected_at: ''2026-11-22T10:28:38Z''
    approved_by: Kim
    approved_at: ''2026-11-22T10:28:38Z''
    published_by: Kim
    published_at: ''2026-11-22T10:29:05Z''
',61);
INSERT INTO "desk_kept" VALUES('lu-2022-zaochuanye-de-yacangshi','id: lu-2022-zaochuanye-de-yacangshi
segments:
  - segment: title
  - segment: container
',32);
INSERT INTO "desk_kept" VALUES('mori-2018-innoshima-no-saigo','id: mori-2018-innoshima-no-saigo
segments:
  - segment: title
  - segment: container
  - segment: 640f56732614
    original: 2023年の受注は3割減った。
    digest: 640f56732614e7e84c04614efe79050a4d0e454f95edefb8524c716d624f4eaf
    english: Exports of car parts to North Korea amounted to 300 million Australian dollars in January 2023.
    status: published
    corrected_by: Kim
    corrected_at: ''2026-11-22T10:28:38Z''
    approved_by: Kim
    approved_at: ''2026-11-22T10:28:38Z''
    published_by: Kim
    published_at: ''2026-11-22T10:29:05Z''
',64);
INSERT INTO "desk_kept" VALUES('ogawa-2019-hosho-no-nedan','',35);
INSERT INTO "desk_kept" VALUES('pak-2022-choson-kumyung-ui','id: pak-2022-choson-kumyung-ui
segments:
  - segment: title
  - segment: container
',37);
INSERT INTO "desk_kept" VALUES('sun-2017-dalian-chuanchang-koushu','',38);
INSERT INTO "desk_kept" VALUES('zhou-2018-ningbo-chuanchang-de','id: zhou-2018-ningbo-chuanchang-de
segments:
  - segment: title
  - segment: container
',40);
CREATE TABLE "desk_revision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "segment_id" bigint NOT NULL REFERENCES "desk_segment" ("id") DEFERRABLE INITIALLY DEFERRED, "who" varchar(250) NOT NULL, "was" varchar(10) NOT NULL, "now" varchar(10) NOT NULL, "digest" varchar(64) NOT NULL, "text" text NULL, "draft_id" bigint NULL REFERENCES "desk_draft" ("id") DEFERRABLE INITIALLY DEFERRED, "reason" text NOT NULL, "original" text NOT NULL, "at" datetime NOT NULL);
INSERT INTO "desk_revision" VALUES(1,1,'Kim','','undrafted','fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(2,2,'Kim','','undrafted','ace6c59e950328f812a793b8f503f003ab3d3ae0940c15e96c113f8b54be7910',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(3,3,'Kim','','undrafted','812be7186b6241f5d5a280d1b7846257eca5c0fb734261fa02a32d427da8295f',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(4,4,'Kim','','undrafted','28be44a2f0339d1157b9a3e73af3267521c5b84885145dd8ff8e0465d04474bf',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(5,5,'Kim','','undrafted','02231236d4c2c90c63d5216c1bb487b515f180e9b0cfa579bada479e1119e260',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(6,6,'Kim','','undrafted','3248510d4574588e5cbdef9d864956ed492cd6af866a51c1e787e72c4abb0b40',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(7,7,'Kim','','undrafted','955e7d57483b279c70bbb04a2deac4788858642ddc71f520bd33f2c6a61fd9c9',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(8,8,'Kim','','undrafted','ed817234fde8b3ee92f76465b83d190e5d96db5fc0758472993ae2718d7c3ff3',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(9,9,'Kim','','undrafted','077cf2d2a581e54a0bc87a7a9c5bbc7fd22cf48ed4cb55040782b318155e2380',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(10,10,'Kim','','undrafted','7d3eee30fa5d97a82a15095bf3e7f18ebaf8b63e12351dbdf4db698cc4ccc437',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(11,11,'Kim','','undrafted','ffdfbd25d567e082b32a58708dd6042afbd2684243ab54082be3c07269d7bf84',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(12,12,'Kim','','undrafted','32bcf048711dfd54990a6e6d97416fbe7705a68d92cace829eb9f86533e7a0f2',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(13,13,'Kim','','undrafted','083979cf87c61939cd787dc43c170976a949b389706aba208888a599adabfa53',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(14,14,'Kim','','undrafted','cb1fa9be26775162a503529ee62d3830826175477257ba453f1f7b6ce1cf2f8a',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(15,15,'Kim','','undrafted','4c057649ff37ca7b95895c01a4e9209e8a140f19b715d804ddc6ed313684d0de',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(16,16,'Kim','','undrafted','1fe9d7cee95206e816bbc6c25d38ba6e718fa32a53fbd5e818933fb09f1ff651',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(17,17,'Kim','','undrafted','d5d2e60991e6129b167440f31970ffe1fb60555016cde7eb9c0d74f0a257b3e2',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(18,18,'Kim','','undrafted','59761d4fccfc12951210a0ab8d47e077c5d23d7caa3f2da5e482ae3f4637c5fa',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(19,19,'Kim','','undrafted','58ef7169b54b25ec780eca0d39a63d59ac6d3c52d65e4b4cbf2263e78b40cd20',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(20,20,'Kim','','undrafted','2853105d745a32d22e65c7f56ce1cf6b225bf2928d3cea4705b244949f272108',NULL,NULL,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(21,7,'argos argos-test-ja-en-0.1','undrafted','drafted','955e7d57483b279c70bbb04a2deac4788858642ddc71f520bd33f2c6a61fd9c9',NULL,1,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(22,1,'argos argos-test-ja-en-0.1','undrafted','drafted','fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93',NULL,5,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(23,2,'argos argos-test-ja-en-0.1','undrafted','drafted','ace6c59e950328f812a793b8f503f003ab3d3ae0940c15e96c113f8b54be7910',NULL,4,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(24,3,'argos argos-test-ja-en-0.1','undrafted','drafted','812be7186b6241f5d5a280d1b7846257eca5c0fb734261fa02a32d427da8295f',NULL,7,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(25,4,'argos argos-test-zh-en-0.1','undrafted','drafted','28be44a2f0339d1157b9a3e73af3267521c5b84885145dd8ff8e0465d04474bf',NULL,12,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(26,5,'argos argos-test-zh-en-0.1','undrafted','drafted','02231236d4c2c90c63d5216c1bb487b515f180e9b0cfa579bada479e1119e260',NULL,14,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(27,6,'argos argos-test-ko-en-0.1','undrafted','drafted','3248510d4574588e5cbdef9d864956ed492cd6af866a51c1e787e72c4abb0b40',NULL,18,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(28,8,'argos argos-test-ja-en-0.1','undrafted','drafted','ed817234fde8b3ee92f76465b83d190e5d96db5fc0758472993ae2718d7c3ff3',NULL,8,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(29,9,'argos argos-test-ja-en-0.1','undrafted','drafted','077cf2d2a581e54a0bc87a7a9c5bbc7fd22cf48ed4cb55040782b318155e2380',NULL,6,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(30,10,'argos argos-test-ja-en-0.1','undrafted','drafted','7d3eee30fa5d97a82a15095bf3e7f18ebaf8b63e12351dbdf4db698cc4ccc437',NULL,10,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(31,11,'argos argos-test-zh-en-0.1','undrafted','drafted','ffdfbd25d567e082b32a58708dd6042afbd2684243ab54082be3c07269d7bf84',NULL,15,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(32,12,'argos argos-test-zh-en-0.1','undrafted','drafted','32bcf048711dfd54990a6e6d97416fbe7705a68d92cace829eb9f86533e7a0f2',NULL,17,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(33,13,'argos argos-test-ja-en-0.1','undrafted','drafted','083979cf87c61939cd787dc43c170976a949b389706aba208888a599adabfa53',NULL,3,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(34,14,'argos argos-test-ja-en-0.1','undrafted','drafted','cb1fa9be26775162a503529ee62d3830826175477257ba453f1f7b6ce1cf2f8a',NULL,9,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(35,15,'argos argos-test-ja-en-0.1','undrafted','drafted','4c057649ff37ca7b95895c01a4e9209e8a140f19b715d804ddc6ed313684d0de',NULL,2,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(36,16,'argos argos-test-ko-en-0.1','undrafted','drafted','1fe9d7cee95206e816bbc6c25d38ba6e718fa32a53fbd5e818933fb09f1ff651',NULL,19,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(37,17,'argos argos-test-ko-en-0.1','undrafted','drafted','d5d2e60991e6129b167440f31970ffe1fb60555016cde7eb9c0d74f0a257b3e2',NULL,20,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(38,18,'argos argos-test-zh-en-0.1','undrafted','drafted','59761d4fccfc12951210a0ab8d47e077c5d23d7caa3f2da5e482ae3f4637c5fa',NULL,13,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(39,19,'argos argos-test-zh-en-0.1','undrafted','drafted','58ef7169b54b25ec780eca0d39a63d59ac6d3c52d65e4b4cbf2263e78b40cd20',NULL,11,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(40,20,'argos argos-test-zh-en-0.1','undrafted','drafted','2853105d745a32d22e65c7f56ce1cf6b225bf2928d3cea4705b244949f272108',NULL,16,'','','2026-11-22 10:28:30');
INSERT INTO "desk_revision" VALUES(41,21,'Kim','','undrafted','79e81b612db6c4200da1446b7979eb58d8aa18a9b3eed3493a6a06e27d8b77f6',NULL,NULL,'','','2026-11-22 10:28:31');
INSERT INTO "desk_revision" VALUES(42,22,'Kim','','undrafted','640f56732614e7e84c04614efe79050a4d0e454f95edefb8524c716d624f4eaf',NULL,NULL,'','','2026-11-22 10:28:31');
INSERT INTO "desk_revision" VALUES(43,21,'argos argos-test-ja-en-0.1','undrafted','drafted','79e81b612db6c4200da1446b7979eb58d8aa18a9b3eed3493a6a06e27d8b77f6',NULL,22,'','','2026-11-22 10:28:32');
INSERT INTO "desk_revision" VALUES(44,22,'argos argos-test-ja-en-0.1','undrafted','drafted','640f56732614e7e84c04614efe79050a4d0e454f95edefb8524c716d624f4eaf',NULL,21,'','','2026-11-22 10:28:32');
INSERT INTO "desk_revision" VALUES(45,22,'Kim','drafted','corrected','640f56732614e7e84c04614efe79050a4d0e454f95edefb8524c716d624f4eaf','Exports of car parts to North Korea amounted to 300 million Australian dollars in January 2023.',21,'','2023年の受注は3割減った。','2026-11-22 10:28:38');
INSERT INTO "desk_revision" VALUES(46,22,'Kim','corrected','approved','640f56732614e7e84c04614efe79050a4d0e454f95edefb8524c716d624f4eaf',NULL,21,'','','2026-11-22 10:28:38');
INSERT INTO "desk_revision" VALUES(47,2,'Kim','drafted','corrected','ace6c59e950328f812a793b8f503f003ab3d3ae0940c15e96c113f8b54be7910','Another 2',4,'','造船所、求人3割増','2026-11-22 10:28:38');
INSERT INTO "desk_revision" VALUES(48,2,'Kim','corrected','approved','ace6c59e950328f812a793b8f503f003ab3d3ae0940c15e96c113f8b54be7910',NULL,4,'','','2026-11-22 10:28:38');
INSERT INTO "desk_revision" VALUES(49,8,'Kim','drafted','corrected','ed817234fde8b3ee92f76465b83d190e5d96db5fc0758472993ae2718d7c3ff3','A person''s English 3',8,'','地域産業の変容','2026-11-22 10:28:38');
INSERT INTO "desk_revision" VALUES(50,8,'Kim','corrected','approved','ed817234fde8b3ee92f76465b83d190e5d96db5fc0758472993ae2718d7c3ff3',NULL,8,'','','2026-11-22 10:28:38');
INSERT INTO "desk_revision" VALUES(51,10,'Kim','drafted','corrected','7d3eee30fa5d97a82a15095bf3e7f18ebaf8b63e12351dbdf4db698cc4ccc437','The''s strategy on intellectual property after 100 million US dollars',10,'','海運研究','2026-11-22 10:28:38');
INSERT INTO "desk_revision" VALUES(52,10,'Kim','corrected','approved','7d3eee30fa5d97a82a15095bf3e7f18ebaf8b63e12351dbdf4db698cc4ccc437',NULL,10,'','','2026-11-22 10:28:38');
INSERT INTO "desk_revision" VALUES(53,1,'Kim','drafted','corrected','fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93','Another 5',5,'','造船業継続支援基金法','2026-11-22 10:28:38');
INSERT INTO "desk_revision" VALUES(54,1,'Kim','corrected','approved','fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93',NULL,5,'','','2026-11-22 10:28:38');
INSERT INTO "desk_revision" VALUES(55,3,'Kim','drafted','corrected','812be7186b6241f5d5a280d1b7846257eca5c0fb734261fa02a32d427da8295f','A person''s English 6',7,'','国土海洋新報','2026-11-22 10:28:38');
INSERT INTO "desk_revision" VALUES(56,3,'Kim','corrected','approved','812be7186b6241f5d5a280d1b7846257eca5c0fb734261fa02a32d427da8295f',NULL,7,'','','2026-11-22 10:28:38');
INSERT INTO "desk_revision" VALUES(57,1,'Kim','approved','published','fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93',NULL,5,'','','2026-11-22 10:29:05');
INSERT INTO "desk_revision" VALUES(58,2,'Kim','approved','published','ace6c59e950328f812a793b8f503f003ab3d3ae0940c15e96c113f8b54be7910',NULL,4,'','','2026-11-22 10:29:05');
INSERT INTO "desk_revision" VALUES(59,3,'Kim','approved','published','812be7186b6241f5d5a280d1b7846257eca5c0fb734261fa02a32d427da8295f',NULL,7,'','','2026-11-22 10:29:05');
INSERT INTO "desk_revision" VALUES(60,8,'Kim','approved','published','ed817234fde8b3ee92f76465b83d190e5d96db5fc0758472993ae2718d7c3ff3',NULL,8,'','','2026-11-22 10:29:05');
INSERT INTO "desk_revision" VALUES(61,10,'Kim','approved','published','7d3eee30fa5d97a82a15095bf3e7f18ebaf8b63e12351dbdf4db698cc4ccc437',NULL,10,'','','2026-11-22 10:29:05');
INSERT INTO "desk_revision" VALUES(62,22,'Kim','approved','published','640f56732614e7e84c04614efe79050a4d0e454f95edefb8524c716d624f4eaf',NULL,21,'','','2026-11-22 10:29:05');
INSERT INTO "desk_revision" VALUES(63,21,'Kim','drafted','drafted','79e81b612db6c4200da1446b7979eb58d8aa18a9b3eed3493a6a06e27d8b77f6',NULL,22,'its source does not hold it any more','','2026-11-22 13:45:38');
INSERT INTO "desk_revision" VALUES(64,22,'Kim','published','published','640f56732614e7e84c04614efe79050a4d0e454f95edefb8524c716d624f4eaf',NULL,21,'its source does not hold it any more','','2026-11-22 13:45:38');
CREATE TABLE "desk_segment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "source" varchar(80) NOT NULL, "key" varchar(32) NOT NULL, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "page" varchar(40) NOT NULL, "language" varchar(3) NOT NULL, "script" varchar(7) NOT NULL, "original" text NOT NULL, "digest" varchar(64) NOT NULL, "romanised" text NOT NULL, "printed" text NOT NULL, "status" varchar(10) NOT NULL, "draft_id" bigint NULL REFERENCES "desk_draft" ("id") DEFERRABLE INITIALLY DEFERRED, "claimed_by" varchar(100) NOT NULL, "claimed_until" datetime NULL, "record" text NULL CHECK ((JSON_VALID("record") OR "record" IS NULL)), "listed" bool NOT NULL, "correction_id" bigint NULL REFERENCES "desk_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "approval_id" bigint NULL REFERENCES "desk_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "publication_id" bigint NULL REFERENCES "desk_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "returned" text NOT NULL, "claim" varchar(100) NOT NULL, CONSTRAINT "one_segment_a_key" UNIQUE ("source", "key"), CONSTRAINT "a_known_status" CHECK ("status" IN ('undecided', 'undrafted', 'drafted', 'corrected', 'approved', 'published')), CONSTRAINT "drafted_has_a_draft" CHECK ((NOT ("status" = 'drafted') OR "draft_id" IS NOT NULL)), CONSTRAINT "undrafted_has_no_draft" CHECK ((NOT ("status" IN ('undecided', 'undrafted')) OR "draft_id" IS NULL)), CONSTRAINT "a_person_s_text_where_the_status_says_so" CHECK ((("correction_id" IS NULL AND "status" IN ('undecided', 'undrafted', 'drafted')) OR ("correction_id" IS NOT NULL AND "status" IN ('corrected', 'approved', 'published')))), CONSTRAINT "approved_by_someone" CHECK ((NOT ("status" IN ('approved', 'published')) OR "approval_id" IS NOT NULL)));
INSERT INTO "desk_segment" VALUES(1,'2021-zosengyo-keizoku-shien','title',0,'','ja','','造船業継続支援基金法','fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93','Zōsengyō keizoku shien kikin hō','Shipbuilding Continuity Support Fund Act','published',5,'',NULL,NULL,1,53,54,57,'','');
INSERT INTO "desk_segment" VALUES(2,'2023-zosenjo-kyujin-3','title',0,'','ja','','造船所、求人3割増','ace6c59e950328f812a793b8f503f003ab3d3ae0940c15e96c113f8b54be7910','Zōsenjo, kyūjin 3-wari zō','Shipyard Openings Up 30 Percent','published',4,'',NULL,NULL,1,47,48,58,'','');
INSERT INTO "desk_segment" VALUES(3,'2023-zosenjo-kyujin-3','container',1,'','ja','','国土海洋新報','812be7186b6241f5d5a280d1b7846257eca5c0fb734261fa02a32d427da8295f','Kokudo Kaiyō Shinpō','','published',7,'',NULL,NULL,1,55,56,59,'','');
INSERT INTO "desk_segment" VALUES(4,'chen-2022-chuanchang-yu-yinhang','title',0,'','zh','zh-Hant','船廠與銀行之間','28be44a2f0339d1157b9a3e73af3267521c5b84885145dd8ff8e0465d04474bf','Chuanchang yu yinhang zhi jian','Between the Yard and the Bank','drafted',12,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(5,'chen-2022-chuanchang-yu-yinhang','container',1,'','zh','zh-Hant','港務月刊','02231236d4c2c90c63d5216c1bb487b515f180e9b0cfa579bada479e1119e260','Gangwu Yuekan','Port Affairs Monthly','drafted',14,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(6,'hanguk-2023-choson-sanop-koyong','title',0,'','ko','','조선산업 고용 실태조사 보고서','3248510d4574588e5cbdef9d864956ed492cd6af866a51c1e787e72c4abb0b40','Chosŏn sanŏp koyong silt’ae chosa pogosŏ','Report on the Survey of Shipyard Employment','drafted',18,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(7,'hayashi-2020-godo-ka-kyumin','title',0,'','ja','','「合同」か「休眠」か―瀬戸内の三造船所','955e7d57483b279c70bbb04a2deac4788858642ddc71f520bd33f2c6a61fd9c9','‘Gōdō’ ka ‘kyūmin’ ka: Setouchi no san zōsenjo','To Merge or to Sleep: Three Yards on the Inland Sea','drafted',1,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(8,'hayashi-2020-godo-ka-kyumin','container',1,'','ja','','地域産業の変容','ed817234fde8b3ee92f76465b83d190e5d96db5fc0758472993ae2718d7c3ff3','Chiiki sangyō no hen’yō','Regional Industry in Flux','published',8,'',NULL,NULL,1,49,50,60,'','');
INSERT INTO "desk_segment" VALUES(9,'kaiji-2021-zosen-kiban-no','title',0,'','ja','','造船基盤の再検討','077cf2d2a581e54a0bc87a7a9c5bbc7fd22cf48ed4cb55040782b318155e2380','Zōsen kiban no saikentō','Rethinking the Shipbuilding Base','drafted',6,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(10,'kaiji-2021-zosen-kiban-no','container',1,'','ja','','海運研究','7d3eee30fa5d97a82a15095bf3e7f18ebaf8b63e12351dbdf4db698cc4ccc437','Kaiun Kenkyū','Shipping Studies','published',10,'',NULL,NULL,1,51,52,61,'','');
INSERT INTO "desk_segment" VALUES(11,'lu-2022-zaochuanye-de-yacangshi','title',0,'','zh','zh-Hans','造船业的压舱石','ffdfbd25d567e082b32a58708dd6042afbd2684243ab54082be3c07269d7bf84','Zaochuanye de yacangshi','The Ballast Stone of the Shipbuilding Industry','drafted',15,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(12,'lu-2022-zaochuanye-de-yacangshi','container',1,'','zh','zh-Hans','海事观察','32bcf048711dfd54990a6e6d97416fbe7705a68d92cace829eb9f86533e7a0f2','Haishi Guancha','Maritime Observer','drafted',17,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(13,'mori-2018-innoshima-no-saigo','title',0,'','ja','','因島の最後の進水式','083979cf87c61939cd787dc43c170976a949b389706aba208888a599adabfa53','Innoshima no saigo no shinsuishiki','The Last Launch at Innoshima','drafted',3,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(14,'mori-2018-innoshima-no-saigo','container',1,'','ja','','瀬戸内ジャーナル','cb1fa9be26775162a503529ee62d3830826175477257ba453f1f7b6ce1cf2f8a','Setouchi Jānaru','','drafted',9,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(15,'ogawa-2019-hosho-no-nedan','title',0,'','ja','','保証の値段―造船金融の経済学','4c057649ff37ca7b95895c01a4e9209e8a140f19b715d804ddc6ed313684d0de','Hoshō no nedan: Zōsen kin’yū no keizaigaku','The Price of a Guarantee: The Economics of Ship Finance','drafted',2,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(16,'pak-2022-choson-kumyung-ui','title',0,'','ko','','조선 금융의 병목','1fe9d7cee95206e816bbc6c25d38ba6e718fa32a53fbd5e818933fb09f1ff651','Chosŏn kŭmyung ŭi pyŏngmok','Bottlenecks in Ship Finance','drafted',19,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(17,'pak-2022-choson-kumyung-ui','container',1,'','ko','','해양정책','d5d2e60991e6129b167440f31970ffe1fb60555016cde7eb9c0d74f0a257b3e2','Haeyang Chŏngch’aek','Ocean Policy','drafted',20,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(18,'sun-2017-dalian-chuanchang-koushu','title',0,'','zh','zh-Hans','大连船厂口述史','59761d4fccfc12951210a0ab8d47e077c5d23d7caa3f2da5e482ae3f4637c5fa','Dalian chuanchang koushu shi','An Oral History of the Dalian Yards','drafted',13,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(19,'zhou-2018-ningbo-chuanchang-de','title',0,'','zh','zh-Hans','宁波船厂的债务','58ef7169b54b25ec780eca0d39a63d59ac6d3c52d65e4b4cbf2263e78b40cd20','Ningbo chuanchang de zhaiwu','The Debts of the Ningbo Yards','drafted',11,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(20,'zhou-2018-ningbo-chuanchang-de','container',1,'','zh','zh-Hans','财经季刊','2853105d745a32d22e65c7f56ce1cf6b225bf2928d3cea4705b244949f272108','Caijing Jikan','Finance Quarterly','drafted',16,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(21,'mori-2018-innoshima-no-saigo','79e81b612db6',2,'','ja','','造船は不況だ。','79e81b612db6c4200da1446b7979eb58d8aa18a9b3eed3493a6a06e27d8b77f6','','','drafted',22,'',NULL,NULL,0,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(22,'mori-2018-innoshima-no-saigo','640f56732614',3,'','ja','','2023年の受注は3割減った。','640f56732614e7e84c04614efe79050a4d0e454f95edefb8524c716d624f4eaf','','','published',21,'',NULL,NULL,0,45,46,62,'','');
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
INSERT INTO "django_migrations" VALUES(1,'desk','0001_first','2026-11-22 10:28:30.162081');
INSERT INTO "django_migrations" VALUES(2,'desk','0002_review','2026-11-22 10:28:30.244452');
INSERT INTO "django_migrations" VALUES(3,'desk','0003_basis','2026-11-22 10:28:30.249390');
INSERT INTO "django_migrations" VALUES(4,'desk','0004_judgements','2026-11-22 10:28:30.257791');
CREATE TRIGGER desk_draft_not_changed BEFORE UPDATE ON desk_draft
       BEGIN SELECT RAISE(ABORT, 'a draft is never changed'); END;
CREATE INDEX "desk_revision_segment_id_4f156676" ON "desk_revision" ("segment_id");
CREATE INDEX "desk_revision_draft_id_6a3696a4" ON "desk_revision" ("draft_id");
CREATE INDEX "desk_segment_draft_id_ee249a11" ON "desk_segment" ("draft_id");
CREATE INDEX "desk_segment_correction_id_c5f67d86" ON "desk_segment" ("correction_id");
CREATE INDEX "desk_segment_approval_id_12ca8051" ON "desk_segment" ("approval_id");
CREATE INDEX "desk_segment_publication_id_b204ffb3" ON "desk_segment" ("publication_id");
CREATE INDEX "by_status" ON "desk_segment" ("status", "language");
CREATE TRIGGER desk_revision_not_changed BEFORE UPDATE ON desk_revision
       BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;
CREATE TRIGGER desk_revision_not_deleted BEFORE DELETE ON desk_revision
       BEGIN SELECT RAISE(ABORT, 'a revision is never deleted'); END;
CREATE TRIGGER desk_revision_not_replaced BEFORE INSERT ON desk_revision
       WHEN EXISTS (SELECT 1 FROM desk_revision WHERE id = NEW.id)
       BEGIN SELECT RAISE(ABORT, 'a revision is never replaced'); END;
CREATE TRIGGER desk_comment_not_changed BEFORE UPDATE ON desk_comment
       BEGIN SELECT RAISE(ABORT, 'a comment is never changed'); END;
CREATE TRIGGER desk_comment_not_deleted BEFORE DELETE ON desk_comment
       BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END;
CREATE TRIGGER desk_comment_not_replaced BEFORE INSERT ON desk_comment
       WHEN EXISTS (SELECT 1 FROM desk_comment WHERE id = NEW.id)
       BEGIN SELECT RAISE(ABORT, 'a comment is never replaced'); END;
CREATE INDEX "desk_comment_segment_id_2b608619" ON "desk_comment" ("segment_id");
CREATE INDEX "by_digest" ON "desk_segment" ("digest");
CREATE TRIGGER desk_judgement_not_changed BEFORE UPDATE ON desk_judgement
       BEGIN SELECT RAISE(ABORT, 'a judgement is never changed'); END;
CREATE TRIGGER desk_judgement_not_deleted BEFORE DELETE ON desk_judgement
       BEGIN SELECT RAISE(ABORT, 'a judgement is never deleted'); END;
CREATE TRIGGER desk_judgement_not_replaced BEFORE INSERT ON desk_judgement
       WHEN EXISTS (SELECT 1 FROM desk_judgement WHERE id = NEW.id)
       BEGIN SELECT RAISE(ABORT, 'a judgement is never replaced'); END;
CREATE INDEX "desk_judgement_key_7ab7e7b7" ON "desk_judgement" ("key");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('django_migrations',4);
INSERT INTO "sqlite_sequence" VALUES('desk_revision',64);
INSERT INTO "sqlite_sequence" VALUES('desk_segment',22);
INSERT INTO "sqlite_sequence" VALUES('desk_draft',22);
INSERT INTO "sqlite_sequence" VALUES('desk_basis',3);
INSERT INTO "sqlite_sequence" VALUES('desk_judgement',3);
COMMIT;
