package dev.twinsync.os.supervisor;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the fake is started as a process. */
record FakeOptions(int port, Path tokenFile, Optional<Path> config, boolean isSupervised, Map<String, Path> logs) {

    static FakeOptions of(List<String> words) {
        int port = 0;
        Optional<Path> token = Optional.empty();
        Optional<Path> config = Optional.empty();
        boolean supervised = false;
        var logs = new LinkedHashMap<String, Path>();
        for (int at = 0; at < words.size(); at++) {
            switch (words.get(at)) {
                case "--port" -> port = Integer.parseInt(words.get(++at));
                case "--token-file" -> token = Optional.of(Path.of(words.get(++at)));
                case "--config" -> config = Optional.of(Path.of(words.get(++at)));
                case "--supervised" -> supervised = true;
                case "--log" -> {
                    var pair = words.get(++at).split("=", 2);
                    logs.put(pair[0], Path.of(pair[1]));
                }
                case String other -> throw new IllegalArgumentException(other);
            }
        }
        return new FakeOptions(port, token.orElseThrow(), config, supervised, logs);
    }
}
