# Sourced by the scripts at the root: finds a JDK of the release that twin is written for, and puts it first.

twin_release=25

# The major version of the JDK in a folder, from its own release file; nothing where there is none.
jdk_release() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

is_fit() {
  [ -x "$1/bin/javac" ] && [ "$(jdk_release "$1")" -ge "$twin_release" ] 2>/dev/null
}

find_jdk() {
  on_path=$(command -v java || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/*; do
    if [ -n "$candidate" ] && is_fit "$candidate"; then
      echo "$candidate"
      return 0
    fi
  done
  return 1
}

use_jdk() {
  JAVA_HOME=$(find_jdk) || {
    echo "twin: no JDK $twin_release found (looked at JAVA_HOME, the java on the PATH, and /usr/lib/jvm)." >&2
    echo "twin: install one, for example the package temurin-$twin_release-jdk or openjdk-$twin_release-jdk, and run this again." >&2
    exit 1
  }
  PATH=$JAVA_HOME/bin:$PATH
  export JAVA_HOME PATH
}

need_maven() {
  command -v mvn >/dev/null || {
    echo "twin: Maven is needed to build twin; install it with: sudo apt-get install maven" >&2
    exit 1
  }
}
