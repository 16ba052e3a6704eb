"""Django's settings: each from the environment or safe by default.

The command line uses the desk's models without a web server; the database is the workspace's own.
"""

import os
import secrets

SECRET_KEY = os.environ.get("SRCXLATE_SECRET_KEY") or secrets.token_urlsafe(50)
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
INSTALLED_APPS = ["srcxlate.desk"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en-au"
USE_I18N = False

WAIT = float(os.environ.get("SRCXLATE_WAIT", "30"))
"""Seconds to wait for another process that writes."""

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        # a name for the moment before a workspace is opened; see desk/database.py
        "NAME": os.environ.get("SRCXLATE_DATABASE", ":memory:"),
        "OPTIONS": {
            "timeout": WAIT,
            "transaction_mode": "IMMEDIATE",  # two writers wait for each other instead of failing half-way
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }
}
