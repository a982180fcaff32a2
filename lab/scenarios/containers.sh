# Containers of Docker, and of Podman: made, changed, replaced, taken back and removed; what must stay secret is in nothing that twin writes, says or
# is called with; and a new one that does not work gives way to the old one.
# shellcheck shell=bash
here=$(dirname "$0")
. "$here/lib/checks.sh"
. "$here/lib/machine.sh"

systemctl start docker docker-registry
docker build -q -t toy:1 /srv/lab-image >/dev/null
printf 'FROM toy:1\nENV TOY=2\n' | docker build -q -t toy:2 - >/dev/null
printf 'FROM toy:1\nHEALTHCHECK --interval=1s --retries=1 CMD ["/bin/false"]\n' | docker build -q -t sick:1 - >/dev/null
docker tag toy:2 localhost:5000/toy:2
docker push -q localhost:5000/toy:2 >/dev/null
docker rmi -f localhost:5000/toy:2 >/dev/null

kept="Ke$(head -c 40 /dev/urandom | base64 -w0 | tr -d '+/=' | head -c 12)7"
filed="Fi$(head -c 40 /dev/urandom | base64 -w0 | tr -d '+/=' | head -c 12)7"
docker run -d --name shop -e TOKEN="$kept" -e TZ=UTC -v /var/lib/toy toy:1 >/dev/null
docker run -d --name pile --label com.docker.compose.project=pile toy:1 >/dev/null
docker exec shop sh -c 'echo precious >/var/lib/toy/file'
install -m 0600 /dev/null /root/.db
echo "$filed" >/root/.db

check_exit 0 'init works' twin init
check 'the container is in the wish' grep -q 'name: shop' "$repo/state/containers.yaml"
check 'with a variable to be kept, of which the value is not said' grep -q 'keep: true' "$repo/state/containers.yaml"
check 'what compose made is not' lacks -q 'name: pile' "$repo/state/containers.yaml"
check 'but it is seen' grep -q 'project: pile' "$repo/live/containers.yaml"
check_exit 0 'nothing is to be done' twin plan
commit=$(head_of)
docker exec shop true
docker restart -t 0 shop >/dev/null
check_exit 0 'a second snapshot' twin snapshot
check 'of an unchanged machine makes no commit' no_commit_since "$commit"

# containers ENTRY…: state/containers.yaml
engine=docker
containers() {
  {
    printf 'backend: %s\nservices:\n' "$engine"
    printf '  - {%s}\n' "$@"
  } >"$repo/state/containers.yaml"
}

# inspect FORMAT NAME: as docker says it
inspect() { docker container inspect --format "$1" "$2"; }
in_container() { docker exec "$1" sh -c "$2"; }
absent() { ! docker container inspect "$1"; }

# While twin works, the arguments of every process of the machine are read over and over.
watch_arguments() {
  while :; do cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\0' ' ' >>"$work/arguments" || true; done
}
watch_arguments &
watcher=$!

containers 'name: shop, image: "toy:2", environment: {TOKEN: {keep: true}, TZ: UTC, A: b}' \
  'name: web, image: "localhost:5000/toy:2", restart: unless-stopped, ports: ["18080:80"], volumes: ["web-data:/data"], environment: {DB: {file: /root/.db}}'
check_exit 2 'a plan for two containers' twin plan
check 'one is made' said '+ create web'
check 'one is replaced, and it is said what that loses' said 'what it wrote outside of its volumes is lost'
check_exit 0 'is applied' twin apply --yes
check 'the image was fetched' docker image inspect localhost:5000/toy:2
check 'the new one runs' same true inspect '{{.State.Running}}' web
check 'with the value of the file' same "$filed" in_container web 'echo $DB'
check 'the replaced one has its secret still' same "$kept b 2" in_container shop 'echo $TOKEN $A $TOY'
check 'and what it wrote into a volume without a name' same precious in_container shop 'cat /var/lib/toy/file'
check 'nothing is left of the replacement' absent shop.twin-old
check_exit 0 'a second plan has nothing to do' twin plan

# What a wish has no words for goes on to the container that takes the place of another.
docker network create side >/dev/null
mkdir -p /srv/shared
docker run -d --name tied -v /srv/shared/:/data:rshared toy:1 >/dev/null
docker network connect --alias sideways side tied
docker run -d --name lodger --network container:tied toy:1 >/dev/null
cp "$repo/state/containers.yaml" "$work/wish"
containers 'name: tied, image: "toy:1", volumes: ["/srv/shared:/data"], environment: {A: b}'
check_exit 2 'one in whose network another lives' twin plan
check 'stays' said 'lodger lives in its network and could never be started again'
containers 'name: lodger, image: "toy:1", environment: {A: b}'
check_exit 2 'the other' twin plan
check_exit 0 'is replaced' twin apply --yes
docker rm -f lodger >/dev/null
containers 'name: tied, image: "toy:1", volumes: ["/srv/shared/:/data/"], environment: {A: b}'
check_exit 2 'then the one can be replaced' twin plan
check_exit 0 'and is' twin apply --yes
check 'with both its networks' same 'bridge side ' inspect '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}' tied
check 'its other name there' grep -q sideways <(inspect '{{.NetworkSettings.Networks.side.Aliases}}' tied)
check 'and the options of its volume' same '[/srv/shared/:/data:rshared]' inspect '{{.HostConfig.Binds}}' tied
check_exit 0 'nothing more is to be done' twin plan
docker rm -f tied >/dev/null

# How far a container is parted from the machine is in its wish, and so a blank machine has it again.
docker run -d --name tunnel --network side --cap-add NET_ADMIN --cap-drop CHOWN --device /dev/null:/dev/tunnel:rw toy:1 >/dev/null
docker run -d --name behind --network container:tunnel toy:1 >/dev/null
docker run -d --name open --network host toy:1 >/dev/null
docker create --name strong --privileged toy:1 >/dev/null
parted() {
  docker container inspect --format '{{.Name}} {{.HostConfig.NetworkMode}} {{.HostConfig.Privileged}} {{.HostConfig.CapAdd}} {{.HostConfig.CapDrop}} {{.HostConfig.Devices}}' tunnel open strong |
    sed 's/CAP_//g; s/ bridge / default /' # newer ones say the same in other words
}
inside() { same "container:$(inspect '{{.Id}}' tunnel)" inspect '{{.HostConfig.NetworkMode}}' behind; }
was=$(parted)
containers 'name: shop'
check_exit 0 'what is there is wished for' twin adopt containers:tunnel containers:behind containers:open containers:strong
docker rm -f behind tunnel open strong >/dev/null
check_exit 2 'where it is not' twin plan
check_exit 0 'it is made' twin apply --yes
check 'as it was' same "$was" parted
check 'one in the network of the other, of which there is another now' inside
check_exit 0 'and nothing more is to be done' twin plan
containers 'name: open, network_mode: nosuch'
check_exit 2 'a network that nobody made' twin plan
check 'is told' said 'its engine has no network nosuch'
containers 'name: open, network_mode: host, ports: ["80:80"]'
check_exit 1 'ports that nobody publishes' twin plan
check 'are none' grep -q 'containers.yaml:3:.*an engine publishes none there' "$err"
docker rm -f behind tunnel open strong >/dev/null
cp "$work/wish" "$repo/state/containers.yaml"

sed -i 's/restart: unless-stopped/restart: always/; s/A: b/A: c/' "$repo/state/containers.yaml"
id=$(inspect '{{.Id}}' web)
check_exit 2 'a changed policy and a changed variable are planned' twin plan
check_exit 0 'and applied' twin apply --yes
check 'the policy in place' same "$id always" inspect '{{.Id}} {{.HostConfig.RestartPolicy.Name}}' web
check 'the variable in a new container' same "$kept c" in_container shop 'echo $TOKEN $A'

check_exit 2 'undo plans the way back' twin undo
check_exit 0 'and takes it' twin apply --yes
check 'the variable is what it was' same "$kept b" in_container shop 'echo $TOKEN $A'
check 'the policy too' same unless-stopped inspect '{{.HostConfig.RestartPolicy.Name}}' web

before=$(inspect '{{.Id}} {{.State.Running}}' shop)
containers 'name: shop, image: "sick:1"'
check_exit 2 'a new version that does not work' twin plan
check_exit 4 'fails' twin apply --yes
check 'and it is said why' said 'it is unhealthy; the old one is there again'
check 'the old one is there as it was' same "$before" inspect '{{.Id}} {{.State.Running}}' shop
containers 'name: shop, image: "localhost:5000/nosuch:1"'
check_exit 2 'a version that there is not' twin plan
check_exit 4 'fails as well' twin apply --yes
check 'before anything was stopped' same "$before" inspect '{{.Id}} {{.State.Running}}' shop

containers 'name: pile, image: "toy:2"'
check_exit 2 'what compose made is not touched' twin plan
check 'and it is said whose it is' said 'belongs to the compose project pile; change it there'
containers 'name: ghost, image: "toy:1", environment: {TOKEN: {keep: true}}'
twin plan >"$out" 2>"$err" || true
check 'what cannot be kept is told with the way out' said 'declare {file: PATH}'

containers 'name: web, ensure: absent' 'name: shop, running: false'
check_exit 2 'one goes, one stops' twin plan
check_exit 0 'and so they do' twin apply --yes
check 'the one is gone' absent web
check 'its volume is not' docker volume inspect web-data
check 'the other is stopped' same false inspect '{{.State.Running}}' shop
check_exit 0 'and there is nothing more to do' twin plan

kill "$watcher"
wait "$watcher" 2>/dev/null || true
git -C "$repo" cat-file --batch-all-objects --batch >"$work/objects"
printf '%s\n' "$kept" "$filed" >"$work/planted"
check 'no secret is in the repository' lacks -ralqF -f "$work/planted" "$repo" "$work/objects"
check 'none in the journal of runs' lacks -ralqF -f "$work/planted" /var/lib/twin
check 'none in the arguments of any process' lacks -aqF -f "$work/planted" "$work/arguments"
check 'which were really read' grep -aq twin "$work/arguments"

systemctl stop docker.socket docker
check_exit 2 'without Docker nothing is planned' twin plan
check 'of its containers' lacks -q '[+~-] .* shop' "$out"
check 'and it is said how it comes back' said 'systemctl start docker'

# The same document for Podman, which may not limit processes here: the machine's control groups are not its own.
printf '[containers]\npids_limit = 0\n' >/etc/containers/containers.conf
systemctl start podman.socket
podman build -q -t toy:1 /srv/lab-image >/dev/null
check_exit 0 'its socket stays, where Debian does not start it by itself' twin adopt services:podman.socket services:podman.service
engine=podman
pod() { podman container inspect --format "$1" pod; }
last_of_docker=$(basename "$(find "$repo/plan/history" -name '*.yaml' | sort | tail -n 1)" .yaml)
containers 'name: pod, image: "toy:1", environment: {A: b}'
check_exit 2 'the document turns to Podman' twin plan
check 'which makes one' said '+ create pod'
check_exit 0 'and does' twin apply --yes
check 'it runs' same true pod '{{.State.Running}}'
check_exit 0 'then nothing is to be done' twin plan
check_exit 0 'a look after it' twin snapshot
commit=$(head_of)
check_exit 0 'and another one' twin snapshot
check 'makes no commit' no_commit_since "$commit"
containers 'name: pod, image: "toy:1", environment: {A: c}'
check_exit 2 'another value' twin plan
check_exit 0 'is given it' twin apply --yes
check 'in a new container' same c podman exec pod sh -c 'echo $A'
check_exit 2 'undo plans the way back' twin undo
check_exit 0 'and takes it' twin apply --yes
check 'the value is what it was' same b podman exec pod sh -c 'echo $A'
check_exit 1 'what Docker did cannot be undone by Podman' twin undo "$last_of_docker"
check 'and it is said why' grep -q 'containers.docker does, which is not in use here' "$err"
