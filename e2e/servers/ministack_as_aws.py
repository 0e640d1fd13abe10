"""MiniStack as AWS is in three more respects.

CORS: with the header on refusals too. Without it a browser hides a denied call from the page, which then can't tell it
from a host that is out of reach.

User pools: a refreshed ID token keeps the time at which the person signed in, as OpenID Connect demands (Core 12.2), and the
groups; and `/oauth2/revoke` takes a refresh token back.
"""

import json
from urllib.parse import parse_qs

from ministack.app import app as ministack
from ministack.services import cognito

ALLOW_ORIGIN = b"access-control-allow-origin"
KEPT = ("auth_time", "cognito:groups")

claims_of_sign_ins = {}
sign_jwt = cognito._signed_jwt


def sign_as_aws(claims, *rest):
    sign_in = claims.get("origin_jti")
    if sign_in and claims.get("token_use") == "id":
        first = claims_of_sign_ins.setdefault(sign_in, {name: claims[name] for name in KEPT if name in claims})
        claims = {**claims, **first}
    return sign_jwt(claims, *rest)


cognito._signed_jwt = sign_as_aws


async def app(scope, receive, send):
    async def send_with_cors(message):
        if message["type"] == "http.response.start":
            headers = list(message["headers"])
            if not any(name.lower() == ALLOW_ORIGIN for name, _ in headers):
                headers.append((ALLOW_ORIGIN, b"*"))
            message = {**message, "headers": headers}
        await send(message)

    if scope["type"] == "http" and scope["path"] == "/oauth2/revoke" and scope["method"] == "POST":
        await revoke(receive, send_with_cors)
        return
    await ministack(scope, receive, send_with_cors)


async def revoke(receive, send):
    """https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html"""
    body = b""
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
    status, headers, answer = cognito._revoke_token({"Token": form.get("token"), "ClientId": form.get("client_id")})
    if status != 200:
        answer = json.dumps({"error": "invalid_request"}).encode()
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"application/json")]})
    await send({"type": "http.response.body", "body": b"" if status == 200 else answer})
