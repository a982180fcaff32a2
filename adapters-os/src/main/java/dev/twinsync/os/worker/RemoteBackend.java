package dev.twinsync.os.worker;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.files.WritesContent;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A backend of the root side, seen from this one. It lacks no right, so nothing stands against trying. */
final class RemoteBackend<L extends Keyed, A extends Action> implements Backend<L, A> {

    private final String plugin;
    private final Kind<?, L, A> kind;
    private final Conversation conversation;
    private final Delivery delivery;

    RemoteBackend(String plugin, Kind<?, L, A> kind, Conversation conversation, Delivery delivery) {
        this.plugin = plugin;
        this.kind = kind;
        this.conversation = conversation;
        this.delivery = delivery;
    }

    @Override
    public Observation<L> observe(Scope scope) {
        try {
            var reply = conversation.ask(new Request.Observe(plugin, inWords(scope)), Reply.Observed.class);
            return switch (FragmentShapes.live(kind).read(reply.observation())) {
                case Reading.Value<Observation<L>>(Observation.Unavailable<L>(var reason)) ->
                    new Observation.Unavailable<>(conversation.given(reason));
                case Reading.Value<Observation<L>>(var observation) -> observation;
                case Reading.Wrong<Observation<L>>(var problems) ->
                    new Observation.Unavailable<>(
                            conversation.name() + " saw what twin does not understand: " + problems.getFirst());
            };
        } catch (IOException unanswered) {
            return new Observation.Unavailable<>(unanswered.getMessage());
        }
    }

    /** Who is asked does not keep what it has read. */
    private static Scope inWords(Scope scope) {
        return scope instanceof Scope.Some some ? new Scope.Only(some.keys()) : scope;
    }

    @Override
    public Map<String, Forecast> forecast(List<A> actions) {
        try {
            return conversation
                    .ask(new Request.Foresee(plugin, trees(actions)), Reply.Foreseen.class)
                    .forecasts();
        } catch (IOException unanswered) {
            return Forecast.allImpossible(actions, unanswered.getMessage());
        }
    }

    /** Where there is no answer, one by one: each of them will then say why it cannot be tried. */
    @Override
    public List<List<A>> transactions(List<A> actions) {
        try {
            return grouped(actions, conversation.ask(new Request.Group(plugin, trees(actions)), Reply.Grouped.class));
        } catch (IOException unanswered) {
            return Backend.super.transactions(actions);
        }
    }

    /** What was approved is done once, all of it and nothing else: whoever groups it may choose the order alone. */
    private List<List<A>> grouped(List<A> actions, Reply.Grouped reply) throws IOException {
        var reading = Reading.all(reply.transactions().stream()
                .map(transaction -> Reading.all(
                        transaction.stream().map(kind.action()::read).toList()))
                .toList());
        if (reading instanceof Reading.Value<List<List<A>>>(var transactions)
                && counted(transactions.stream().flatMap(List::stream)).equals(counted(actions.stream()))) {
            return transactions.stream()
                    .filter(transaction -> !transaction.isEmpty())
                    .toList();
        }
        throw conversation.breakOff(conversation.name()
                + " was to group actions, and answered with others, not with all, or with one twice");
    }

    private static <A> Map<A, Long> counted(Stream<A> actions) {
        return actions.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Override
    public Attempt apply(List<A> transaction, Progress progress) {
        var trees = trees(transaction);
        try {
            delivery.before(new Request.Need(plugin, trees), writes(transaction));
            return attempt(new Request.Apply(plugin, trees), progress);
        } catch (IOException refused) {
            return new Attempt.Refused(refused.getMessage());
        }
    }

    @Override
    public Attempt mend(List<A> cutOff, Progress progress) {
        return tried(new Request.Mend(plugin, trees(cutOff)), progress);
    }

    @Override
    public Attempt renew(List<A> waiting, Progress progress) {
        return tried(new Request.Renew(plugin, trees(waiting)), progress);
    }

    @Override
    public Attempt keep(List<A> transaction) {
        return tried(new Request.Keep(plugin, trees(transaction)), Progress.SILENT);
    }

    @Override
    public Attempt takeBack(List<A> transaction) {
        return tried(new Request.TakeBack(plugin, trees(transaction)), Progress.SILENT);
    }

    private Attempt tried(Request request, Progress progress) {
        try {
            return attempt(request, progress);
        } catch (IOException refused) {
            return new Attempt.Refused(refused.getMessage());
        }
    }

    private Attempt attempt(Request request, Progress progress) throws IOException {
        return switch (conversation.ask(request, Reply.Tried.class, progress)) {
            case Reply.Ran() -> new Attempt.Ran();
            case Reply.OnProbation(var millis, var sign) -> new Attempt.OnProbation(Duration.ofMillis(millis), sign);
            case Reply.TakenBack(var why) -> new Attempt.TakenBack(why);
            case Reply.Refused(var reason) -> new Attempt.Refused(conversation.given(reason));
            case Reply.Unfinished(var reason) -> new Attempt.Unfinished(conversation.given(reason));
        };
    }

    private List<Tree> trees(List<A> actions) {
        return actions.stream().map(kind.action()::write).toList();
    }

    private List<WritesContent> writes(List<A> actions) {
        return actions.stream()
                .filter(WritesContent.class::isInstance)
                .map(WritesContent.class::cast)
                .toList();
    }
}
