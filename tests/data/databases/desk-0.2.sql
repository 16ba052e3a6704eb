BEGIN TRANSACTION;
CREATE TABLE "desk_change" ("token" varchar(32) NOT NULL PRIMARY KEY);
CREATE TABLE "desk_comment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "who" varchar(100) NOT NULL, "text" text NOT NULL, "segment_id" bigint NOT NULL REFERENCES "desk_segment" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "desk_comment" VALUES(1,'2026-11-22 03:52:47','Kim','What does 新報 mean here?',3);
CREATE TABLE "desk_declinedterm" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language" varchar(3) NOT NULL, "original" varchar(200) NOT NULL, "english" varchar(400) NOT NULL, "who" varchar(100) NOT NULL, "at" datetime NOT NULL, CONSTRAINT "declined_once" UNIQUE ("language", "original", "english"));
CREATE TABLE "desk_draft" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "key" varchar(64) NOT NULL UNIQUE, "digest" varchar(64) NOT NULL, "text" text NOT NULL, "engine" varchar(20) NOT NULL, "model" varchar(200) NOT NULL, "model_digest" varchar(64) NOT NULL, "options" varchar(64) NOT NULL, "terms" text NOT NULL CHECK ((JSON_VALID("terms") OR "terms" IS NULL)), "flags" text NOT NULL CHECK ((JSON_VALID("flags") OR "flags" IS NULL)), "made" datetime NOT NULL);
INSERT INTO "desk_draft" VALUES(1,'cdcd034257d76ea9e663263eb77cd3184d2ec2dbbfbd7a1b6d6d09e4be128510','955e7d57483b279c70bbb04a2deac4788858642ddc71f520bd33f2c6a61fd9c9','Singapore: competition with Mexico: competition with Italy','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.021198');
INSERT INTO "desk_draft" VALUES(2,'1d53c5e63ac11dc4c33d0b744e68470bdc28b8181927bce120a13a63e267cd6f','4c057649ff37ca7b95895c01a4e9209e8a140f19b715d804ddc6ed313684d0de','A study of intellectual property in Poland and Australia','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.021243');
INSERT INTO "desk_draft" VALUES(3,'c6a97dd07a9713ade9d4bf035acd3e6d1d80730b0fa722c87197c571c268e9b3','083979cf87c61939cd787dc43c170976a949b389706aba208888a599adabfa53','A study of intellectual property in Canada and Singapore','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.021265');
INSERT INTO "desk_draft" VALUES(4,'c14825213ce2a995e6234bdc4775c8ac0810b95ca66ecdfea789e3ef2fc738b3','ace6c59e950328f812a793b8f503f003ab3d3ae0940c15e96c113f8b54be7910','Exports of intellectual property in South Korea','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.038668');
INSERT INTO "desk_draft" VALUES(5,'f553319e900976a7742adbcdeb9d45f3dde0ce7bbdd9a50111f6dc45648b4297','fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93','The shipbuilding industry in Australia and Industry hold summit in intellectual property','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.038710');
INSERT INTO "desk_draft" VALUES(6,'d2702a8bd91315b463d4783c4068cb4ca8e49f29a8c3c1691b03eecdbb1a0db7','077cf2d2a581e54a0bc87a7a9c5bbc7fd22cf48ed4cb55040782b318155e2380','A study of intellectual property in Canada and Singapore','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.038731');
INSERT INTO "desk_draft" VALUES(7,'37c8ea6210d61b333fe29a4da51f341d1397fb7dba0d93563cfe01ac5647b4ef','812be7186b6241f5d5a280d1b7846257eca5c0fb734261fa02a32d427da8295f','The impact of export controls on small businesses in Italy','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.038750');
INSERT INTO "desk_draft" VALUES(8,'9a66bbdae23359f592ecee63830617c2b2e6e98a47b3046d8221045a20a2d0b1','ed817234fde8b3ee92f76465b83d190e5d96db5fc0758472993ae2718d7c3ff3','Exports of intellectual property after 1002','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.038769');
INSERT INTO "desk_draft" VALUES(9,'b7fa4d835f3a92173e4ec3ba11cb1fd8a9b35f83618082a832489121412a16c2','cb1fa9be26775162a503529ee62d3830826175477257ba453f1f7b6ce1cf2f8a','Exports of the declining birth rate in Singapore and South Korea','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.038786');
INSERT INTO "desk_draft" VALUES(10,'9cd77f1765b97ef94deaedd36d802d2a465eb835980f9f8277af82841f459213','7d3eee30fa5d97a82a15095bf3e7f18ebaf8b63e12351dbdf4db698cc4ccc437','The''s strategy on intellectual property after 100 million US dollars','argos','argos-test-ja-en-0.1','42613c12fa42ca33e6c08a00c855d87bf7a550944928cbd5d476c27f30786eb7','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.038805');
INSERT INTO "desk_draft" VALUES(11,'53799e0571ff7f5ed56aea769e6f8dffbee9b5c05192ced79664e4e93d12457a','58ef7169b54b25ec780eca0d39a63d59ac6d3c52d65e4b4cbf2263e78b40cd20','The impact of export controls on the battery industry in Germany','argos','argos-test-zh-en-0.1','30f37df326e4bd4237f2e96dacfcfa1ae1e88c6cf83489d8cf097b7434fead82','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.070460');
INSERT INTO "desk_draft" VALUES(12,'a3b8e60fbf07cbe71e5b3fd4ee9d76d3ed103be65b4b98314c0a72dc1916b86e','28be44a2f0339d1157b9a3e73af3267521c5b84885145dd8ff8e0465d04474bf','The impact of export controls on the defence industry in Italy','argos','argos-test-zh-en-0.1','30f37df326e4bd4237f2e96dacfcfa1ae1e88c6cf83489d8cf097b7434fead82','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.077250');
INSERT INTO "desk_draft" VALUES(13,'1ebfeafc8729fdd7ebb8eaaf855a19a2de1f4161de336afa691deeba43e55e7f','59761d4fccfc12951210a0ab8d47e077c5d23d7caa3f2da5e482ae3f4637c5fa','Prime Minister its challenges','argos','argos-test-zh-en-0.1','30f37df326e4bd4237f2e96dacfcfa1ae1e88c6cf83489d8cf097b7434fead82','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.077288');
INSERT INTO "desk_draft" VALUES(14,'eb8a5e7dc784cad75dda9fabcb68bbac5c24892d6e86d6b370e88275d3a8bd7f','02231236d4c2c90c63d5216c1bb487b515f180e9b0cfa579bada479e1119e260','The impact of graphite to the declining birth rate on the declining birth rate','argos','argos-test-zh-en-0.1','30f37df326e4bd4237f2e96dacfcfa1ae1e88c6cf83489d8cf097b7434fead82','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.077308');
INSERT INTO "desk_draft" VALUES(15,'871db645b26045880a73e10ca2a7b14f6cbfc781c445a9e6402d54d520bc94fd','ffdfbd25d567e082b32a58708dd6042afbd2684243ab54082be3c07269d7bf84','The shipbuilding industry in Turkey','argos','argos-test-zh-en-0.1','30f37df326e4bd4237f2e96dacfcfa1ae1e88c6cf83489d8cf097b7434fead82','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.077326');
INSERT INTO "desk_draft" VALUES(16,'49e6dae0d0b6a5f5e0a21f3038a30be13c1f5e29b2a0c3062b52bc7bf8252119','2853105d745a32d22e65c7f56ce1cf6b225bf2928d3cea4705b244949f272108','The impact of intellectual property on the shipbuilding industry in Canada','argos','argos-test-zh-en-0.1','30f37df326e4bd4237f2e96dacfcfa1ae1e88c6cf83489d8cf097b7434fead82','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.077343');
INSERT INTO "desk_draft" VALUES(17,'a2e9542e8c44081e9d0ec1490952a77b185db4f89a096e114e161e4d3d6e3a15','32bcf048711dfd54990a6e6d97416fbe7705a68d92cace829eb9f86533e7a0f2','The impact of space development on the battery industry in Poland','argos','argos-test-zh-en-0.1','30f37df326e4bd4237f2e96dacfcfa1ae1e88c6cf83489d8cf097b7434fead82','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.077361');
INSERT INTO "desk_draft" VALUES(18,'f77c3b1fbbf1ac1a633fcc8085f586471b89dd43f593748c2d2f5c67a4d7c31a','3248510d4574588e5cbdef9d864956ed492cd6af866a51c1e787e72c4abb0b40','The impact of nuclear power in CATL and Japan','argos','argos-test-ko-en-0.1','276d1fc11c15e3cc1448e3ffe24e1998d2cccc7cefbd52217a03a8d475552811','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.109502');
INSERT INTO "desk_draft" VALUES(19,'5abb80fa308175ce7f60463d4a482ee6823b041486836c2a4a55b0afe9712b28','1fe9d7cee95206e816bbc6c25d38ba6e718fa32a53fbd5e818933fb09f1ff651','A study of free trade in Malaysia: competition with India','argos','argos-test-ko-en-0.1','276d1fc11c15e3cc1448e3ffe24e1998d2cccc7cefbd52217a03a8d475552811','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.114204');
INSERT INTO "desk_draft" VALUES(20,'bef21a0ac81772986a676c31497eeebf8024a041fce2aee306ff0966358579b9','d5d2e60991e6129b167440f31970ffe1fb60555016cde7eb9c0d74f0a257b3e2','The impact of free trade in Japan','argos','argos-test-ko-en-0.1','276d1fc11c15e3cc1448e3ffe24e1998d2cccc7cefbd52217a03a8d475552811','d96a7b0c1a4156cf81f39bf31e08613855b6abc1ae4b85648e70386992f65913','[]','[]','2026-11-22 03:52:46.114255');
CREATE TABLE "desk_enginechoice" ("language" varchar(7) NOT NULL PRIMARY KEY, "model" varchar(200) NOT NULL);
CREATE TABLE "desk_kept" ("source" varchar(80) NOT NULL PRIMARY KEY, "text" text NOT NULL, "step" bigint unsigned NOT NULL CHECK ("step" >= 0));
INSERT INTO "desk_kept" VALUES('2021-zosengyo-keizoku-shien','id: 2021-zosengyo-keizoku-shien
segments:
  - segment: title
    original: 造船業継続支援基金法
    digest: fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93
    english: The shipbuilding industry in Australia and Industry hold summit in intellectual property
    status: published
    corrected_by: Kim
    corrected_at: ''2026-11-22T03:52:47Z''
    approved_by: Kim
    approved_at: ''2026-11-22T03:52:47Z''
    published_by: Lee
    published_at: ''2026-11-22T03:52:47Z''
',52);
INSERT INTO "desk_kept" VALUES('2023-zosenjo-kyujin-3','id: 2023-zosenjo-kyujin-3
segments:
  - segment: title
    original: 造船所、求人3割増
    digest: ace6c59e950328f812a793b8f503f003ab3d3ae0940c15e96c113f8b54be7910
    english: A text of Kim''s
    status: approved
    corrected_by: Kim
    corrected_at: ''2026-11-22T03:52:47Z''
    approved_by: Kim
    approved_at: ''2026-11-22T03:52:47Z''
  - segment: container
',45);
INSERT INTO "desk_kept" VALUES('chen-2022-chuanchang-yu-yinhang','id: chen-2022-chuanchang-yu-yinhang
segments:
  - segment: title
  - segment: container
    original: 港務月刊
    digest: 02231236d4c2c90c63d5216c1bb487b515f180e9b0cfa579bada479e1119e260
    english: Another text
    status: approved
    corrected_by: Kim
    corrected_at: ''2026-11-22T03:52:47Z''
    approved_by: Kim
    approved_at: ''2026-11-22T03:52:47Z''
',51);
INSERT INTO "desk_kept" VALUES('hanguk-2023-choson-sanop-koyong','',38);
INSERT INTO "desk_kept" VALUES('hayashi-2020-godo-ka-kyumin','id: hayashi-2020-godo-ka-kyumin
segments:
  - segment: title
  - segment: container
',27);
INSERT INTO "desk_kept" VALUES('kaiji-2021-zosen-kiban-no','id: kaiji-2021-zosen-kiban-no
segments:
  - segment: title
  - segment: container
',29);
INSERT INTO "desk_kept" VALUES('lu-2022-zaochuanye-de-yacangshi','id: lu-2022-zaochuanye-de-yacangshi
segments:
  - segment: title
  - segment: container
',35);
INSERT INTO "desk_kept" VALUES('mori-2018-innoshima-no-saigo','id: mori-2018-innoshima-no-saigo
segments:
  - segment: title
  - segment: container
',30);
INSERT INTO "desk_kept" VALUES('ogawa-2019-hosho-no-nedan','',23);
INSERT INTO "desk_kept" VALUES('pak-2022-choson-kumyung-ui','id: pak-2022-choson-kumyung-ui
segments:
  - segment: title
  - segment: container
',40);
INSERT INTO "desk_kept" VALUES('sun-2017-dalian-chuanchang-koushu','',36);
INSERT INTO "desk_kept" VALUES('zhou-2018-ningbo-chuanchang-de','id: zhou-2018-ningbo-chuanchang-de
segments:
  - segment: title
  - segment: container
',37);
CREATE TABLE "desk_revision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "segment_id" bigint NOT NULL REFERENCES "desk_segment" ("id") DEFERRABLE INITIALLY DEFERRED, "who" varchar(250) NOT NULL, "was" varchar(10) NOT NULL, "now" varchar(10) NOT NULL, "digest" varchar(64) NOT NULL, "text" text NULL, "draft_id" bigint NULL REFERENCES "desk_draft" ("id") DEFERRABLE INITIALLY DEFERRED, "reason" text NOT NULL, "original" text NOT NULL, "at" datetime NOT NULL);
INSERT INTO "desk_revision" VALUES(1,1,'Kim','','undrafted','fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(2,2,'Kim','','undrafted','ace6c59e950328f812a793b8f503f003ab3d3ae0940c15e96c113f8b54be7910',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(3,3,'Kim','','undrafted','812be7186b6241f5d5a280d1b7846257eca5c0fb734261fa02a32d427da8295f',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(4,4,'Kim','','undrafted','28be44a2f0339d1157b9a3e73af3267521c5b84885145dd8ff8e0465d04474bf',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(5,5,'Kim','','undrafted','02231236d4c2c90c63d5216c1bb487b515f180e9b0cfa579bada479e1119e260',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(6,6,'Kim','','undrafted','3248510d4574588e5cbdef9d864956ed492cd6af866a51c1e787e72c4abb0b40',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(7,7,'Kim','','undrafted','955e7d57483b279c70bbb04a2deac4788858642ddc71f520bd33f2c6a61fd9c9',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(8,8,'Kim','','undrafted','ed817234fde8b3ee92f76465b83d190e5d96db5fc0758472993ae2718d7c3ff3',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(9,9,'Kim','','undrafted','077cf2d2a581e54a0bc87a7a9c5bbc7fd22cf48ed4cb55040782b318155e2380',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(10,10,'Kim','','undrafted','7d3eee30fa5d97a82a15095bf3e7f18ebaf8b63e12351dbdf4db698cc4ccc437',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(11,11,'Kim','','undrafted','ffdfbd25d567e082b32a58708dd6042afbd2684243ab54082be3c07269d7bf84',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(12,12,'Kim','','undrafted','32bcf048711dfd54990a6e6d97416fbe7705a68d92cace829eb9f86533e7a0f2',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(13,13,'Kim','','undrafted','083979cf87c61939cd787dc43c170976a949b389706aba208888a599adabfa53',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(14,14,'Kim','','undrafted','cb1fa9be26775162a503529ee62d3830826175477257ba453f1f7b6ce1cf2f8a',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(15,15,'Kim','','undrafted','4c057649ff37ca7b95895c01a4e9209e8a140f19b715d804ddc6ed313684d0de',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(16,16,'Kim','','undrafted','1fe9d7cee95206e816bbc6c25d38ba6e718fa32a53fbd5e818933fb09f1ff651',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(17,17,'Kim','','undrafted','d5d2e60991e6129b167440f31970ffe1fb60555016cde7eb9c0d74f0a257b3e2',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(18,18,'Kim','','undrafted','59761d4fccfc12951210a0ab8d47e077c5d23d7caa3f2da5e482ae3f4637c5fa',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(19,19,'Kim','','undrafted','58ef7169b54b25ec780eca0d39a63d59ac6d3c52d65e4b4cbf2263e78b40cd20',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(20,20,'Kim','','undrafted','2853105d745a32d22e65c7f56ce1cf6b225bf2928d3cea4705b244949f272108',NULL,NULL,'','','2026-11-22 03:52:45');
INSERT INTO "desk_revision" VALUES(21,7,'argos argos-test-ja-en-0.1','undrafted','drafted','955e7d57483b279c70bbb04a2deac4788858642ddc71f520bd33f2c6a61fd9c9',NULL,1,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(22,13,'argos argos-test-ja-en-0.1','undrafted','drafted','083979cf87c61939cd787dc43c170976a949b389706aba208888a599adabfa53',NULL,3,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(23,15,'argos argos-test-ja-en-0.1','undrafted','drafted','4c057649ff37ca7b95895c01a4e9209e8a140f19b715d804ddc6ed313684d0de',NULL,2,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(24,1,'argos argos-test-ja-en-0.1','undrafted','drafted','fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93',NULL,5,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(25,2,'argos argos-test-ja-en-0.1','undrafted','drafted','ace6c59e950328f812a793b8f503f003ab3d3ae0940c15e96c113f8b54be7910',NULL,4,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(26,3,'argos argos-test-ja-en-0.1','undrafted','drafted','812be7186b6241f5d5a280d1b7846257eca5c0fb734261fa02a32d427da8295f',NULL,7,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(27,8,'argos argos-test-ja-en-0.1','undrafted','drafted','ed817234fde8b3ee92f76465b83d190e5d96db5fc0758472993ae2718d7c3ff3',NULL,8,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(28,9,'argos argos-test-ja-en-0.1','undrafted','drafted','077cf2d2a581e54a0bc87a7a9c5bbc7fd22cf48ed4cb55040782b318155e2380',NULL,6,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(29,10,'argos argos-test-ja-en-0.1','undrafted','drafted','7d3eee30fa5d97a82a15095bf3e7f18ebaf8b63e12351dbdf4db698cc4ccc437',NULL,10,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(30,14,'argos argos-test-ja-en-0.1','undrafted','drafted','cb1fa9be26775162a503529ee62d3830826175477257ba453f1f7b6ce1cf2f8a',NULL,9,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(31,19,'argos argos-test-zh-en-0.1','undrafted','drafted','58ef7169b54b25ec780eca0d39a63d59ac6d3c52d65e4b4cbf2263e78b40cd20',NULL,11,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(32,4,'argos argos-test-zh-en-0.1','undrafted','drafted','28be44a2f0339d1157b9a3e73af3267521c5b84885145dd8ff8e0465d04474bf',NULL,12,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(33,5,'argos argos-test-zh-en-0.1','undrafted','drafted','02231236d4c2c90c63d5216c1bb487b515f180e9b0cfa579bada479e1119e260',NULL,14,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(34,11,'argos argos-test-zh-en-0.1','undrafted','drafted','ffdfbd25d567e082b32a58708dd6042afbd2684243ab54082be3c07269d7bf84',NULL,15,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(35,12,'argos argos-test-zh-en-0.1','undrafted','drafted','32bcf048711dfd54990a6e6d97416fbe7705a68d92cace829eb9f86533e7a0f2',NULL,17,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(36,18,'argos argos-test-zh-en-0.1','undrafted','drafted','59761d4fccfc12951210a0ab8d47e077c5d23d7caa3f2da5e482ae3f4637c5fa',NULL,13,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(37,20,'argos argos-test-zh-en-0.1','undrafted','drafted','2853105d745a32d22e65c7f56ce1cf6b225bf2928d3cea4705b244949f272108',NULL,16,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(38,6,'argos argos-test-ko-en-0.1','undrafted','drafted','3248510d4574588e5cbdef9d864956ed492cd6af866a51c1e787e72c4abb0b40',NULL,18,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(39,16,'argos argos-test-ko-en-0.1','undrafted','drafted','1fe9d7cee95206e816bbc6c25d38ba6e718fa32a53fbd5e818933fb09f1ff651',NULL,19,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(40,17,'argos argos-test-ko-en-0.1','undrafted','drafted','d5d2e60991e6129b167440f31970ffe1fb60555016cde7eb9c0d74f0a257b3e2',NULL,20,'','','2026-11-22 03:52:46');
INSERT INTO "desk_revision" VALUES(41,1,'Kim','drafted','corrected','fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93','The shipbuilding industry in Australia and Industry hold summit in intellectual property',5,'','造船業継続支援基金法','2026-11-22 03:52:47');
INSERT INTO "desk_revision" VALUES(42,1,'Kim','corrected','approved','fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93',NULL,5,'','','2026-11-22 03:52:47');
INSERT INTO "desk_revision" VALUES(43,2,'Kim','drafted','corrected','ace6c59e950328f812a793b8f503f003ab3d3ae0940c15e96c113f8b54be7910','A text of Kim''s',4,'','造船所、求人3割増','2026-11-22 03:52:47');
INSERT INTO "desk_revision" VALUES(44,2,'Kim','corrected','approved','ace6c59e950328f812a793b8f503f003ab3d3ae0940c15e96c113f8b54be7910',NULL,4,'','','2026-11-22 03:52:47');
INSERT INTO "desk_revision" VALUES(45,3,'Kim','drafted','drafted','812be7186b6241f5d5a280d1b7846257eca5c0fb734261fa02a32d427da8295f',NULL,7,'returned: too literal','','2026-11-22 03:52:47');
INSERT INTO "desk_revision" VALUES(46,4,'Kim','drafted','corrected','28be44a2f0339d1157b9a3e73af3267521c5b84885145dd8ff8e0465d04474bf','The impact of export controls on the defence industry in Italy',12,'','船廠與銀行之間','2026-11-22 03:52:47');
INSERT INTO "desk_revision" VALUES(47,4,'Kim','corrected','approved','28be44a2f0339d1157b9a3e73af3267521c5b84885145dd8ff8e0465d04474bf',NULL,12,'','','2026-11-22 03:52:47');
INSERT INTO "desk_revision" VALUES(48,4,'Kim','approved','corrected','28be44a2f0339d1157b9a3e73af3267521c5b84885145dd8ff8e0465d04474bf',NULL,12,'taken back','','2026-11-22 03:52:47');
INSERT INTO "desk_revision" VALUES(49,4,'Kim','corrected','drafted','28be44a2f0339d1157b9a3e73af3267521c5b84885145dd8ff8e0465d04474bf',NULL,12,'taken back','','2026-11-22 03:52:47');
INSERT INTO "desk_revision" VALUES(50,5,'Kim','drafted','corrected','02231236d4c2c90c63d5216c1bb487b515f180e9b0cfa579bada479e1119e260','Another text',14,'','港務月刊','2026-11-22 03:52:47');
INSERT INTO "desk_revision" VALUES(51,5,'Kim','corrected','approved','02231236d4c2c90c63d5216c1bb487b515f180e9b0cfa579bada479e1119e260',NULL,14,'','','2026-11-22 03:52:47');
INSERT INTO "desk_revision" VALUES(52,1,'Lee','approved','published','fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93',NULL,5,'','','2026-11-22 03:52:47');
CREATE TABLE "desk_segment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "source" varchar(80) NOT NULL, "key" varchar(32) NOT NULL, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "page" varchar(40) NOT NULL, "language" varchar(3) NOT NULL, "script" varchar(7) NOT NULL, "original" text NOT NULL, "digest" varchar(64) NOT NULL, "romanised" text NOT NULL, "printed" text NOT NULL, "status" varchar(10) NOT NULL, "draft_id" bigint NULL REFERENCES "desk_draft" ("id") DEFERRABLE INITIALLY DEFERRED, "claimed_by" varchar(100) NOT NULL, "claimed_until" datetime NULL, "record" text NULL CHECK ((JSON_VALID("record") OR "record" IS NULL)), "listed" bool NOT NULL, "correction_id" bigint NULL REFERENCES "desk_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "approval_id" bigint NULL REFERENCES "desk_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "publication_id" bigint NULL REFERENCES "desk_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "returned" text NOT NULL, "claim" varchar(100) NOT NULL, CONSTRAINT "one_segment_a_key" UNIQUE ("source", "key"), CONSTRAINT "a_known_status" CHECK ("status" IN ('undecided', 'undrafted', 'drafted', 'corrected', 'approved', 'published')), CONSTRAINT "drafted_has_a_draft" CHECK ((NOT ("status" = 'drafted') OR "draft_id" IS NOT NULL)), CONSTRAINT "undrafted_has_no_draft" CHECK ((NOT ("status" IN ('undecided', 'undrafted')) OR "draft_id" IS NULL)), CONSTRAINT "a_person_s_text_where_the_status_says_so" CHECK ((("correction_id" IS NULL AND "status" IN ('undecided', 'undrafted', 'drafted')) OR ("correction_id" IS NOT NULL AND "status" IN ('corrected', 'approved', 'published')))), CONSTRAINT "approved_by_someone" CHECK ((NOT ("status" IN ('approved', 'published')) OR "approval_id" IS NOT NULL)));
INSERT INTO "desk_segment" VALUES(1,'2021-zosengyo-keizoku-shien','title',0,'','ja','','造船業継続支援基金法','fb5fcf115f2c79c2f1d95f75d3052982984ef4069bb19f8274f14aa04f48ec93','Zōsengyō keizoku shien kikin hō','Shipbuilding Continuity Support Fund Act','published',5,'',NULL,NULL,1,41,42,52,'','');
INSERT INTO "desk_segment" VALUES(2,'2023-zosenjo-kyujin-3','title',0,'','ja','','造船所、求人3割増','ace6c59e950328f812a793b8f503f003ab3d3ae0940c15e96c113f8b54be7910','Zōsenjo, kyūjin 3-wari zō','Shipyard Openings Up 30 Percent','approved',4,'',NULL,NULL,1,43,44,NULL,'','');
INSERT INTO "desk_segment" VALUES(3,'2023-zosenjo-kyujin-3','container',1,'','ja','','国土海洋新報','812be7186b6241f5d5a280d1b7846257eca5c0fb734261fa02a32d427da8295f','Kokudo Kaiyō Shinpō','','drafted',7,'',NULL,NULL,1,NULL,NULL,NULL,'too literal','');
INSERT INTO "desk_segment" VALUES(4,'chen-2022-chuanchang-yu-yinhang','title',0,'','zh','zh-Hant','船廠與銀行之間','28be44a2f0339d1157b9a3e73af3267521c5b84885145dd8ff8e0465d04474bf','Chuanchang yu yinhang zhi jian','Between the Yard and the Bank','drafted',12,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(5,'chen-2022-chuanchang-yu-yinhang','container',1,'','zh','zh-Hant','港務月刊','02231236d4c2c90c63d5216c1bb487b515f180e9b0cfa579bada479e1119e260','Gangwu Yuekan','Port Affairs Monthly','approved',14,'',NULL,NULL,1,50,51,NULL,'','');
INSERT INTO "desk_segment" VALUES(6,'hanguk-2023-choson-sanop-koyong','title',0,'','ko','','조선산업 고용 실태조사 보고서','3248510d4574588e5cbdef9d864956ed492cd6af866a51c1e787e72c4abb0b40','Chosŏn sanŏp koyong silt’ae chosa pogosŏ','Report on the Survey of Shipyard Employment','drafted',18,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(7,'hayashi-2020-godo-ka-kyumin','title',0,'','ja','','「合同」か「休眠」か―瀬戸内の三造船所','955e7d57483b279c70bbb04a2deac4788858642ddc71f520bd33f2c6a61fd9c9','‘Gōdō’ ka ‘kyūmin’ ka: Setouchi no san zōsenjo','To Merge or to Sleep: Three Yards on the Inland Sea','drafted',1,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(8,'hayashi-2020-godo-ka-kyumin','container',1,'','ja','','地域産業の変容','ed817234fde8b3ee92f76465b83d190e5d96db5fc0758472993ae2718d7c3ff3','Chiiki sangyō no hen’yō','Regional Industry in Flux','drafted',8,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(9,'kaiji-2021-zosen-kiban-no','title',0,'','ja','','造船基盤の再検討','077cf2d2a581e54a0bc87a7a9c5bbc7fd22cf48ed4cb55040782b318155e2380','Zōsen kiban no saikentō','Rethinking the Shipbuilding Base','drafted',6,'',NULL,NULL,1,NULL,NULL,NULL,'','');
INSERT INTO "desk_segment" VALUES(10,'kaiji-2021-zosen-kiban-no','container',1,'','ja','','海運研究','7d3eee30fa5d97a82a15095bf3e7f18ebaf8b63e12351dbdf4db698cc4ccc437','Kaiun Kenkyū','Shipping Studies','drafted',10,'',NULL,NULL,1,NULL,NULL,NULL,'','');
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
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
INSERT INTO "django_migrations" VALUES(1,'desk','0001_first','2026-11-22 03:52:45.620488');
INSERT INTO "django_migrations" VALUES(2,'desk','0002_review','2026-11-22 03:52:45.694067');
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('django_migrations',2);
INSERT INTO "sqlite_sequence" VALUES('desk_revision',52);
INSERT INTO "sqlite_sequence" VALUES('desk_segment',20);
INSERT INTO "sqlite_sequence" VALUES('desk_draft',20);
INSERT INTO "sqlite_sequence" VALUES('desk_comment',1);
COMMIT;
