"""dolma: findings as an attribute file beside the documents."""

import json

from common import records

from scrubtext.adapters.dolma import attributes

for record in records()[:5]:
    line = attributes(record, "web")
    print(json.dumps({k: len(v) for k, v in line["attributes"].items()}), line["id"])
