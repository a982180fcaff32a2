package dev.twinsync.os.supervisor;

import com.sun.net.httpserver.Headers;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import dev.twinsync.os.JsonReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the fake is asked.
 *
 * @param path without the slash at its beginning
 * @param text the body as it came
 */
record FakeCall(String method, String path, String query, Headers headers, String text) {

    /** The parts of the path, where it fits a pattern in which {@code *} stands for one part. */
    Optional<List<String>> match(String wanted, String pattern) {
        var parts = List.of(path.split("/", -1));
        var shape = List.of(pattern.split("/", -1));
        boolean fits = method.equals(wanted) && parts.size() == shape.size();
        for (int at = 0; fits && at < shape.size(); at++) {
            fits = shape.get(at).equals("*") || shape.get(at).equals(parts.get(at));
        }
        return fits ? Optional.of(parts) : Optional.empty();
    }

    boolean is(String wanted, String pattern) {
        return match(wanted, pattern).isPresent();
    }

    /** The body, of which no more may be known than that. */
    Facts body(String... keys) {
        var body = json();
        for (String key : body.entries().keySet()) {
            if (!Set.of(keys).contains(key)) {
                throw FakeReply.error(
                        400,
                        "extra keys not allowed @ data['" + key + "']. Got "
                                + body.at(key).tree().inline());
            }
        }
        return body;
    }

    Facts json() {
        if (text.isBlank()) {
            return new Facts(Tree.map().build());
        }
        return switch (JsonReader.read(text)) {
            case Reading.Value<Tree>(var tree) -> new Facts(tree);
            case Reading.Wrong<Tree> _ -> throw FakeReply.error(400, "Invalid json");
        };
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** What stands behind a name in the query; empty text where it stands alone. */
    Optional<String> parameter(String name) {
        return Arrays.stream(query.split("&"))
                .filter(part -> part.equals(name) || part.startsWith(name + "="))
                .map(part -> part.contains("=") ? part.substring(part.indexOf('=') + 1) : "")
                .findFirst();
    }

    boolean changes() {
        return !method.equals("GET");
    }
}
