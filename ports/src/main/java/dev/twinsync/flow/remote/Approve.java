package dev.twinsync.flow.remote;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.policy.PulledWish;
import dev.twinsync.domain.policy.UnattendedPolicy;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.View;
import dev.twinsync.port.PulledNotes;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Lets happen what came by a pull and was held back. */
public final class Approve {

    private final View view;
    private final Restraint restraint;
    private final PulledNotes notes;
    private final UnattendedPolicy unattended;

    /**
     * @param restraint by which the plugins of the view are held back
     * @param unattended what is left to a person because it came by a pull is held back from the clock
     */
    public Approve(View view, Restraint restraint, PulledNotes notes, UnattendedPolicy unattended) {
        this.view = view;
        this.restraint = restraint;
        this.notes = notes;
        this.unattended = unattended;
    }

    /**
     * Something that is held back.
     *
     * @param id of exactly this
     * @param thing kind and key
     * @param does what would be done, and why
     * @param wish all that it says, in one line
     */
    public record Held(String id, String thing, List<String> does, String wish, PulledWish noted) {}

    /** How it ended. */
    public sealed interface Result {

        record Unreadable(List<Problem> problems) implements Result {}

        /** Nothing was approved, since these ids stand for nothing that is held back now. */
        record Unknown(List<String> ids, List<Held> held) implements Result {}

        record Approved(List<Held> approved, List<Held> left) implements Result {}
    }

    /** @param ids none: nothing is approved, and what is held back is told */
    public Result approve(List<String> ids) throws IOException {
        return switch (view.survey().ofMachine()) {
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> new Result.Unreadable(problems);
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) ->
                approve(ids, looks.stream().flatMap(this::held).toList());
        };
    }

    private Result approve(List<String> ids, List<Held> held) throws IOException {
        var unknown = ids.stream()
                .filter(id -> held.stream().noneMatch(one -> one.id().equals(id)))
                .toList();
        if (!unknown.isEmpty()) {
            return new Result.Unknown(unknown, held);
        }
        var approved = held.stream().filter(one -> ids.contains(one.id())).toList();
        if (!approved.isEmpty()) {
            notes.write(notes.read().without(approved.stream().map(Held::noted).toList()));
        }
        return new Result.Approved(
                approved, held.stream().filter(one -> !ids.contains(one.id())).toList());
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Stream<Held> held(Look<D, L, A> look) {
        return look.plugin().kind() instanceof RestrainedKind<D, L, A> restrained
                ? look.desired().stream().flatMap(wish -> held(look, restrained, wish))
                : Stream.empty();
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Stream<Held> held(
            Look<D, L, A> look, RestrainedKind<D, L, A> restrained, D wish) {
        var noted = Restraint.noted(look.plugin().name(), restrained.kind(), wish);
        if (!restraint.wishes().holds(noted)) {
            return Stream.empty();
        }
        var does = Restraint.asks(look, restrained.kind(), wish).stream()
                .flatMap(step -> does(look, restrained, wish, step))
                .toList();
        var thing = restrained.name() + ":" + wish.key();
        return does.isEmpty()
                ? Stream.empty()
                : Stream.of(new Held(
                        Restraint.id(noted),
                        thing,
                        does,
                        restrained.desired().write(wish).inline(),
                        noted));
    }

    private <D extends Keyed, L extends Keyed, A extends Action> Stream<String> does(
            Look<D, L, A> look, RestrainedKind<D, L, A> restrained, D wish, Step<A> step) {
        var plugin = look.plugin().name();
        return switch (step) {
            case Step.Do<A>(var action, var why) ->
                unattended.leaves(plugin)
                                || restraint
                                        .holds(
                                                plugin,
                                                restrained.kind(),
                                                wish,
                                                action,
                                                look.observation().find(action.key()))
                                        .isPresent()
                        ? Stream.of(action.op() + " (" + why + ")")
                        : Stream.empty();
            case Step.Later<A>(var _, var waitsFor) ->
                unattended.leaves(plugin) ? Stream.of("waits for " + waitsFor) : Stream.empty();
            case Step.Blocked<A> _ -> Stream.empty();
        };
    }
}
