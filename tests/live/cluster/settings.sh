# What the scripts of the cluster have in common; sourced.
# shellcheck shell=bash disable=SC2034 # each of them uses a part of it

cluster_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
live_folder=$(dirname "$cluster_folder")
cache=${DREY_LIVE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/drey/live}
# Everything that the cluster writes, images and checkpoints included.
state=${DREY_LIVE_STATE:-${XDG_STATE_HOME:-$HOME/.local/state}/drey/live}
secrets=$state/secrets
logs=$state/logs

# Of a network of its own: no other sees them.
node_address=10.98.0.1
node_name=node
pod_network=10.244.0.0/24
pod_gateway=10.244.0.1
service_network=10.96.0.0/16
api_service=10.96.0.1
api_url=https://$node_address:6443

# The control group of everything in pods.
group=drey-live

# Seconds for all of it, images unpacked for the first time included.
patience=600

users=(admin operator viewer nobody)

say() { printf '%s\n' "$*"; }
fail() {
    printf 'live cluster: %s\n' "$*" >&2
    exit 1
}
