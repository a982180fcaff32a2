package dev.twinsync.os.containers;

import dev.twinsync.domain.containers.ContainerSpec;
import dev.twinsync.domain.containers.VariableWish;
import dev.twinsync.domain.containers.VariableWish.FromFile;
import dev.twinsync.domain.containers.VariableWish.Keep;
import dev.twinsync.domain.containers.VariableWish.Plain;
import dev.twinsync.os.secrets.SecretOnDisk;
import dev.twinsync.os.secrets.Veil;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The variables of a container that is about to be made, with what files and the container before it give.
 *
 * @param secrets the values that no document holds; they must not be repeated in any message
 */
record Values(Map<String, String> all, Set<String> secrets) {

    /** Shorter ones stand in too many words by chance. */
    private static final int SHORTEST_SECRET = 4;

    /** @param before the container whose place it takes
     * @param files what secrets in files are read by */
    static Values of(ContainerSpec spec, Optional<Portrait> before, SecretOnDisk files) throws NoAnswer {
        var all = new TreeMap<String, String>();
        var secrets = new TreeSet<String>();
        if (spec.environment().isEmpty()) {
            before.ifPresent(portrait -> all.putAll(portrait.ownVariables()));
            secrets.addAll(all.values());
        }
        for (var wish : spec.environment().orElse(Map.of()).entrySet()) {
            var value = value(wish.getKey(), wish.getValue(), before, files);
            all.put(wish.getKey(), value);
            if (!(wish.getValue() instanceof Plain)) {
                secrets.add(value);
            }
        }
        return new Values(all, secrets);
    }

    private static String value(String name, VariableWish wish, Optional<Portrait> before, SecretOnDisk files)
            throws NoAnswer {
        return switch (wish) {
            case Plain(var text) -> text;
            case FromFile(var path) -> read(Path.of(path), files);
            case Keep() ->
                before.map(portrait -> portrait.container().variables().get(name))
                        .orElseThrow(() -> new NoAnswer("it has no variable " + name + " that could be kept"));
        };
    }

    private static String read(Path path, SecretOnDisk files) throws NoAnswer {
        try {
            return files.text(path);
        } catch (IOException noSecret) {
            throw new NoAnswer(noSecret.getMessage());
        }
    }

    /** The same text without those values. */
    String without(String text) {
        var veil = new Veil("‹hidden›", SHORTEST_SECRET);
        secrets.forEach(veil::hide);
        return veil.over(text);
    }
}
