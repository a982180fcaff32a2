# A package enables and starts its service as it comes; the wish says that it must do neither. One apply brings both about.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"
. "$here/lib/wishes.sh"

twin init >/dev/null
wish packages 'name: twin-toy-svc'
wish services 'name: twin-toy-svc.service, enabled: false, running: false'
check_exit 2 'the package is to come' twin plan
check_exit 0 'one apply does it' twin apply --yes
check 'dpkg has the package' installed twin-toy-svc
check 'its service is disabled' same disabled systemctl is-enabled twin-toy-svc.service
check 'and does not run' same inactive systemctl is-active twin-toy-svc.service
check_exit 0 'status says in sync' twin status
check_exit 0 'nothing is left to plan' twin plan
