package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import dev.twinsync.os.JsonReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What came back from the Supervisor.
 *
 * @param status of HTTP; 0 where the way to the Supervisor does not tell it
 * @param body text in JSON, or a sentence
 */
record Envelope(int status, String body) {

    static final int UNKNOWN = 0;

    private static final int FIRST_FAULT = 400;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int NOT_REACHED = 502;
    private static final int NOT_NOW = 503;

    /** Neither has a key of its own. */
    private static final Pattern BUSY = Pattern.compile("(?s)Another job is running.*");

    private static final Pattern NOT_READY = Pattern.compile("(?s)System is not ready with state: (.*)");

    /** The way of {@code ha} tells no status. */
    private static final Pattern NO_SUCH = Pattern.compile("(?s).*(does not exist|_not_found_error).*");

    private static final Pattern MIGRATION = Pattern.compile("(?s).*database migration in progress.*");

    /** What it holds, where the Supervisor did what it was asked for. */
    Facts data() throws NoAnswer {
        var said = said();
        if (said.isEmpty()) {
            throw new NoAnswer(wordless(false));
        }
        return switch (said.get().at("result").text()) {
            case "ok" -> said.get().at("data");
            case "error" -> throw new NoAnswer(refusal(said.get()));
            case String _ -> throw new NoAnswer(wordless(false));
        };
    }

    /** What Home Assistant said, which has no envelope. */
    Facts coreData() throws NoAnswer {
        var said = said();
        if (status >= FIRST_FAULT && said.isPresent()) {
            throw new NoAnswer(
                    status == NOT_FOUND || said.get().at("result").text().equals("error")
                            ? refusal(said.get())
                            : refused(said.get()));
        }
        return said.filter(_ -> status < FIRST_FAULT).orElseThrow(() -> new NoAnswer(wordless(true)));
    }

    /** Why there is no log: the Supervisor says that without an envelope. */
    NoAnswer noLog() {
        return new NoAnswer(said().filter(facts -> facts.at("result").text().equals("error"))
                .map(this::refusal)
                .orElseGet(() -> wordless(false)));
    }

    private Optional<Facts> said() {
        return JsonReader.read(body) instanceof Reading.Value<Tree>(var tree)
                ? Optional.of(new Facts(tree))
                : Optional.empty();
    }

    private Fault refusal(Facts said) {
        var message = said.at("message").text();
        var key = said.at("error_key").text();
        var notReady = NOT_READY.matcher(message);
        if (status == FORBIDDEN || status == UNAUTHORISED) {
            return new Fault.Forbidden(message);
        } else if (status == NOT_FOUND
                || status == UNKNOWN && NO_SUCH.matcher(message + key).matches()) {
            return new Fault.NotFound(message, key);
        } else if (status == TOO_MANY || BUSY.matcher(message).matches()) {
            return new Fault.Busy(message);
        } else if (status == NOT_NOW || MIGRATION.matcher(message).matches()) {
            return new Fault.Migrating(message);
        } else if (notReady.matches()) {
            return new Fault.NotReady(notReady.group(1));
        }
        return refused(said);
    }

    private Fault refused(Facts said) {
        return new Fault.Refused(
                status,
                said.at("message").text(),
                said.at("error_key").text(),
                lines(said.at("extra_fields")),
                said.at("job_id").text());
    }

    private static Map<String, String> lines(Facts map) {
        var lines = new LinkedHashMap<String, String>();
        map.entries().forEach((key, value) -> lines.put(key, value.tree().inline()));
        return lines;
    }

    /** A fault that comes as mere text. */
    private Fault wordless(boolean core) {
        return switch (status) {
            case UNAUTHORISED -> new Fault.Unauthorised(core);
            case FORBIDDEN -> new Fault.Forbidden(body);
            case NOT_FOUND -> new Fault.NotFound(body, "");
            case TOO_MANY -> new Fault.Busy(body);
            case NOT_REACHED -> new Fault.CoreDown(body);
            case NOT_NOW -> new Fault.NotReady(body);
            default ->
                status >= FIRST_FAULT
                        ? new Fault.Refused(status, body, "", Map.of(), "")
                        : new Fault.Garbled(
                                "status " + status + ", " + body.length() + " characters that are no answer");
        };
    }
}
