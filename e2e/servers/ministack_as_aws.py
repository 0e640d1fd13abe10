"""MiniStack as AWS is in one more respect: with the CORS header on refusals too.

Without it a browser hides a denied call from the page, which then can't tell it from a host that is out of reach.
"""

from ministack.app import app as ministack

ALLOW_ORIGIN = b"access-control-allow-origin"


async def app(scope, receive, send):
    async def send_with_cors(message):
        if message["type"] == "http.response.start":
            headers = list(message["headers"])
            if not any(name.lower() == ALLOW_ORIGIN for name, _ in headers):
                headers.append((ALLOW_ORIGIN, b"*"))
            message = {**message, "headers": headers}
        await send(message)

    await ministack(scope, receive, send_with_cors)
