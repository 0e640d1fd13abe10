#!/bin/sh
# Tells nginx which DNS servers this machine asks, then becomes nginx.
set -eu

servers=$(awk '$1 == "nameserver" { print ($2 ~ /:/) ? "[" $2 "]" : $2 }' /etc/resolv.conf | tr '\n' ' ')
{
  echo "resolver ${servers:-127.0.0.1 }valid=60s;"
  echo 'resolver_timeout 5s;'
  echo 'proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;'
} > /tmp/rolewire-machine.conf

exec nginx -e stderr -g 'daemon off;'
