package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the fake answers. */
record FakeReply(int status, String type, byte[] body) {

    private static final String JSON = "application/json";

    /** It was refused: how a route ends early. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient FakeReply reply;
        private final String said;

        private Refusal(FakeReply reply, String said) {
            this.reply = reply;
            this.said = said;
        }

        FakeReply reply() {
            return reply;
        }

        /** The sentence alone. */
        String said() {
            return said;
        }

        /** The same, of a job that is kept. */
        Refusal of(String job) {
            var body = (Tree.Mapping) tree(new String(reply.body(), StandardCharsets.UTF_8));
            var more = Tree.map();
            body.entries().forEach(entry -> more.put(entry.key(), entry.value()));
            return new Refusal(json(reply.status(), more.put("job_id", job).build()), said);
        }
    }

    static FakeReply ok() {
        return ok(Tree.map().build());
    }

    static FakeReply ok(Tree data) {
        return json(
                200,
                Tree.map().put("result", "ok").put("data", orEmptyMap(data)).build());
    }

    /** The real one takes an empty list for nothing. */
    private static Tree orEmptyMap(Tree data) {
        return data instanceof Tree.Sequence(var items, var _) && items.isEmpty()
                ? Tree.map().build()
                : data;
    }

    static FakeReply ok(String json) {
        return ok(tree(json));
    }

    static FakeReply raw(int status, Tree body) {
        return json(status, body);
    }

    private static FakeReply json(int status, Tree body) {
        return new FakeReply(status, JSON, JsonTree.compact(body).getBytes(StandardCharsets.UTF_8));
    }

    static FakeReply text(int status, String text) {
        return new FakeReply(status, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    /** As aiohttp says what has no envelope. */
    static Refusal plain(int status) {
        return textual(
                status,
                switch (status) {
                    case 400 -> "400: Bad Request";
                    case 401 -> "401: Unauthorized";
                    case 403 -> "403: Forbidden";
                    case 404 -> "404: Not Found";
                    case 502 -> "502: Bad Gateway";
                    default -> status + ": Fault";
                });
    }

    static Refusal textual(int status, String text) {
        return new Refusal(text(status, text), text);
    }

    static Refusal error(int status, String message) {
        return new Refusal(
                json(
                        status,
                        Tree.map()
                                .put("result", "error")
                                .put("message", message)
                                .build()),
                message);
    }

    static Refusal error(int status, String message, String key, Tree.Mapping extra) {
        return new Refusal(
                json(
                        status,
                        Tree.map()
                                .put("result", "error")
                                .put("message", message)
                                .put("error_key", key)
                                .put("extra_fields", extra)
                                .build()),
                message);
    }

    static Tree tree(String json) {
        return switch (JsonReader.read(json)) {
            case Reading.Value<Tree>(var tree) -> tree;
            case Reading.Wrong<Tree>(var problems) -> throw new AssertionError(json + ": " + problems);
        };
    }

    static String quote(String text) {
        return JsonTree.compact(Tree.text(text));
    }

    static Tree texts(List<String> texts) {
        return Tree.list(texts.stream().map(Tree::text).toList());
    }
}
