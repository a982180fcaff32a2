package dev.twinsync.os.worker;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.os.worker.Request.AboutActions;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Progress;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the requests of one client are answered, of which the first says where its repository is. */
final class Desk {

    private final RootPlugins plugins;
    private final ContentAtHand content;
    private final Progress progress;
    private final Optional<Lodge> lodge;
    private Optional<Map<String, Hosted<?, ?>>> opened = Optional.empty();
    private long keepDays = Backups.USUAL_DAYS;

    /** @param lodge for twins of other machines; empty: this one serves none, but the twin of this machine */
    Desk(RootPlugins plugins, ContentAtHand content, Progress progress, Optional<Lodge> lodge) {
        this.plugins = plugins;
        this.content = content;
        this.progress = progress;
        this.lodge = lodge;
    }

    /** As whoever was let in says; what is usual where nobody was. */
    long keepDays() {
        return keepDays;
    }

    Reply answer(Reading<Request> reading) {
        return switch (reading) {
            case Reading.Wrong<Request>(var problems) -> fault(problems);
            case Reading.Value<Request>(var request) -> answer(request);
        };
    }

    private static Reply fault(List<Problem> problems) {
        return new Reply.Fault(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    }

    private Reply answer(Request request) {
        try {
            return switch (request) {
                case Request.Hello hello -> open(hello);
                case Request.Hand part -> {
                    open();
                    content.take(part);
                    yield new Reply.Taken();
                }
                case Request.OfGuest guest -> answer(guest, lodge());
                case Request.Observe(var plugin, var scope) -> hosted(plugin).observe(scope);
                case AboutActions about -> answer(about, hosted(about.plugin()));
            };
        } catch (IOException refused) {
            return new Reply.Fault(refused.getMessage());
        }
    }

    private Lodge lodge() throws IOException {
        return lodge.orElseThrow(() -> new IOException("the root side serves the twin of this machine alone"));
    }

    private Reply answer(Request.OfGuest request, Lodge lodge) throws IOException {
        if (request instanceof Request.Visit visit) {
            checkGreeting(visit.protocol());
            opened = Optional.of(lodge.letIn(visit, content));
            keepDays = visit.keepDays();
        } else {
            open();
        }
        return lodge.answer(request);
    }

    private Reply open(Request.Hello hello) throws IOException {
        if (lodge.isPresent()) {
            throw new IOException("this is for the twin of another machine, which says visit");
        }
        checkGreeting(hello.protocol());
        var client = new RootPlugins.Client(absolute(hello.repository()), content, hello.keepDays());
        opened = Optional.of(plugins.of(client, hello.programs()));
        keepDays = hello.keepDays();
        return new Reply.Taken();
    }

    private void checkGreeting(long protocol) throws IOException {
        if (opened.isPresent()) {
            throw new IOException("hello was said already");
        }
        if (protocol != Wire.PROTOCOL) {
            throw new IOException("the root side speaks protocol " + Wire.PROTOCOL + ", not " + protocol);
        }
    }

    private static Path absolute(String repository) throws IOException {
        try {
            var path = Path.of(repository);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException noPath) {
            throw new IOException("the path of the repository is none", noPath);
        }
        throw new IOException("the path of the repository is not absolute");
    }

    private Map<String, Hosted<?, ?>> open() throws IOException {
        return opened.orElseThrow(() -> new IOException("hello must be said first"));
    }

    private Hosted<?, ?> hosted(String plugin) throws IOException {
        var hosted = open().get(plugin);
        if (hosted == null) {
            throw new IOException(
                    "the root side has no plugin of this name, only " + String.join(", ", open().keySet()));
        }
        return hosted;
    }

    private <L extends Keyed, A extends Action> Reply answer(AboutActions request, Hosted<L, A> hosted)
            throws IOException {
        if (request.changes() && lodge.isPresent()) {
            lodge.get().checkLocked();
        }
        return switch (hosted.read(request.actions())) {
            case Reading.Wrong<List<A>>(var problems) -> fault(problems);
            case Reading.Value<List<A>>(var actions) ->
                switch (request) {
                    case Request.Foresee _ -> foresee(actions, hosted);
                    case Request.Obstacles _ -> hosted.obstacles(actions);
                    case Request.Group _ -> hosted.group(actions);
                    case Request.Need _ -> new Reply.Needed(content.missing(actions));
                    case Request.Apply _ -> apply(actions, hosted);
                    case Request.Mend _ -> hosted.mend(actions, progress);
                    case Request.Renew _ -> hosted.renew(actions, progress);
                    case Request.Keep _ -> hosted.keep(actions);
                    case Request.TakeBack _ -> hosted.takeBack(actions);
                };
        };
    }

    /** By what was handed over until now; what is missing is foretold as such. */
    private <L extends Keyed, A extends Action> Reply foresee(List<A> actions, Hosted<L, A> hosted) throws IOException {
        content.layOut(actions);
        return hosted.foresee(actions);
    }

    private <L extends Keyed, A extends Action> Reply apply(List<A> actions, Hosted<L, A> hosted) throws IOException {
        try {
            var refusal = hosted.unseen(actions);
            if (refusal.isEmpty()) {
                refusal = content.layOut(actions);
            }
            return refusal.<Reply>map(Reply.Refused::new).orElseGet(() -> hosted.apply(actions, progress));
        } finally {
            content.clear();
        }
    }
}
