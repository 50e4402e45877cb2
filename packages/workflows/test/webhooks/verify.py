"""Reads deliveries as lines of JSON, and says of each whether the official library takes it."""
import json
import sys

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

for line in sys.stdin:
    sample = json.loads(line)
    try:
        Webhook(sample["secret"]).verify(sample["body"], sample["headers"])
        print("true")
    except WebhookVerificationError:
        print("false")
