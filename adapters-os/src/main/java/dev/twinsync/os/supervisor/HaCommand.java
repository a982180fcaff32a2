package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.Facts;
import dev.twinsync.os.StreamedLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The Supervisor by the command {@code ha}, which has a token of its own on a host. It ends well whatever the Supervisor said: only what
 * it prints counts.
 */
record HaCommand(CommandRunner runner) implements SupervisorApi {

    private static final String PROGRAM = "ha";
    private static final int LONGEST_LINE = 64 * 1024;

    @Override
    public String way() {
        return "the Supervisor by the command ha";
    }

    @Override
    public Optional<String> whyNoCore() {
        return Optional.of("the command ha cannot ask Home Assistant itself; give twin a token of the Supervisor in "
                + SupervisorAccess.TOKEN_FILE);
    }

    @Override
    public boolean backsUpCore() {
        return false;
    }

    @Override
    public Facts get(String path, Duration patience) throws NoAnswer {
        var parts = Paths.check(path).split("/");
        if (path.equals("store/repositories")) {
            return ask(Optional.of(List.of("store")), path, patience).at("repositories");
        } else if (path.startsWith("store/addons/") && parts.length == 3) {
            return among(get("store/addons", patience).at("addons"), "slug", parts[2]);
        } else if (parts[0].equals("jobs") && parts.length == 2 && !parts[1].equals("info")) {
            return among(get("jobs/info", patience).at("jobs"), "uuid", parts[1]);
        }
        return ask(HaWords.get(path), "GET " + path, patience);
    }

    /** It shows only all of them. */
    private static Facts among(Facts all, String key, String value) throws NoAnswer {
        return all.items().stream()
                .filter(one -> one.at(key).text().equals(value))
                .findFirst()
                .orElseThrow(() -> new NoAnswer(new Fault.NotFound(value + " does not exist", "")));
    }

    @Override
    public Facts post(String path, Tree body, Duration patience) throws NoAnswer {
        return ask(HaWords.post(Paths.check(path), new Facts(body)), "POST " + path, patience);
    }

    @Override
    public Facts delete(String path, Duration patience) throws NoAnswer {
        return ask(HaWords.delete(Paths.check(path)), "DELETE " + path, patience);
    }

    @Override
    public Facts coreGet(String path, Duration patience) throws NoAnswer {
        throw new NoAnswer(new Fault.NotOffered("ask Home Assistant itself for " + path));
    }

    @Override
    public Facts corePost(String path, Tree body, Duration patience) throws NoAnswer {
        throw new NoAnswer(new Fault.NotOffered("ask Home Assistant itself for " + path));
    }

    private Facts ask(Optional<List<String>> words, String what, Duration patience) throws NoAnswer {
        var command = new ArrayList<>(List.of("--raw-json", "--no-progress"));
        command.addAll(words.orElseThrow(() -> new NoAnswer(new Fault.NotOffered(what))));
        var ended = ended(Command.of(PROGRAM, command).withLimit(patience));
        if (ended.text().isBlank()) {
            throw new NoAnswer(mute(ended));
        }
        return new Envelope(Envelope.UNKNOWN, ended.text()).data();
    }

    private Result.Ended ended(Command command) throws NoAnswer {
        return switch (runner.run(command)) {
            case Result.Ended ended -> ended;
            case Result.TimedOut(var limit) -> throw new NoAnswer(new Fault.TimedOut(limit));
            case Result.NoSuchProgram missing -> throw new NoAnswer(unreachable(missing.inWords(PROGRAM)));
            case Result.TooMuchOutput much -> throw new NoAnswer(new Fault.Garbled(much.inWords(PROGRAM)));
            case Result.Broken broken -> throw new NoAnswer(new Fault.Dropped(PROGRAM, broken.inWords(PROGRAM)));
        };
    }

    private static Fault unreachable(String why) {
        return new Fault.Unreachable("the command ha", why);
    }

    /** It says itself what is not the Supervisor's own words. */
    private static Fault mute(Result.Ended ended) {
        var message = ended.message();
        if (message.contains("unauthorized:")) {
            return new Fault.Unauthorised(false);
        } else if (message.contains("forbidden:")) {
            return new Fault.Forbidden(message);
        } else if (message.contains("bad gateway:")) {
            return new Fault.CoreDown(message);
        } else if (message.contains("connection refused") || message.contains("no such host")) {
            return unreachable(message);
        } else if (ended.exit() == 0) {
            return new Fault.Garbled("nothing");
        }
        return new Fault.Refused(Envelope.UNKNOWN, message, "", Map.of(), "");
    }

    @Override
    public Optional<String> log(LogRequest request, Duration patience, LogListener listener) throws NoAnswer {
        var words = HaWords.log(request).orElseThrow(() -> new NoAnswer(new Fault.NotOffered(request.path())));
        var wantsMore = new AtomicBoolean(true);
        var command = Command.of(PROGRAM, words).withLimit(patience).streamed(LONGEST_LINE, line -> {
            if (wantsMore.get()) {
                wantsMore.set(listener.take(withoutColours(line)));
            }
        });
        try {
            var ended = ended(command);
            if (ended.exit() != 0) {
                throw new NoAnswer(mute(ended));
            }
        } catch (NoAnswer silent) {
            if (!(request.isFollowing() && silent.fault() instanceof Fault.TimedOut)) {
                throw silent;
            }
        }
        return Optional.empty();
    }

    private static StreamedLine withoutColours(StreamedLine line) {
        return switch (line) {
            case StreamedLine.Whole(var text) -> new StreamedLine.Whole(text.replaceAll("\u001b\\[[0-9;]*m", ""));
            case StreamedLine.TooLong tooLong -> tooLong;
        };
    }
}
