#!/bin/sh
# Makes the secrets of one installation in deploy/secrets (or the folder given); what exists is kept. Nobody but the folder's owner
# can reach the files; inside a container each service sees only those that docker-compose.yml gives it.
set -eu
folder="${1:-$(dirname "$0")/secrets}"
umask 077
mkdir -p "$folder"
chmod 700 "$folder"

random() { # bytes → letters and digits of base64 that need no quoting in an address
  head -c "$1" /dev/urandom | base64 | tr -d '\n' | tr '+/' '-_' | tr -d '='
}
keep() { # name, value
  [ -s "$folder/$1" ] || printf '%s' "$2" >"$folder/$1"
  chmod 444 "$folder/$1"
}

keep postgres_password "$(random 36)"
keep owner_password "$(random 36)"
keep runtime_password "$(random 36)"
keep database_owner_url "postgresql://vedomost_owner:$(cat "$folder/owner_password")@database:5432/vedomost"
keep database_url "postgresql://vedomost_app:$(cat "$folder/runtime_password")@database:5432/vedomost"
keep auth_secret "$(random 48)"
keep actions_key "$(head -c 32 /dev/urandom | base64 | tr -d '\n')"
keep backup_passphrase "$(random 30)"
echo "Secrets are in $folder. Put the certificate there as tls.crt (with its chain) and its key as tls.key, chmod 444: the folder itself is closed."
