package dev.twinsync.cli.catalog;

import dev.twinsync.cli.machine.Machine;
import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Kind;
import dev.twinsync.flow.content.KeptContents;
import dev.twinsync.flow.secrecy.UnmaskedWishes;
import dev.twinsync.flow.twin.Equipped;
import dev.twinsync.os.worker.Hosted;
import dev.twinsync.port.Backend;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A plugin whose wishes say all themselves. Nothing of it is made before it is needed.
 *
 * @param here its backend on this machine; that of another machine is always the same, asked through the twin there
 * @param discreet what shows the backend without secrets
 * @param contents which wishes can be kept
 * @param isHere whether its component is on this machine, as far as that can be told at a glance
 */
record Ordinary<D extends Keyed, L extends Keyed, A extends Action>(
        String name,
        Kind<D, L, A> kind,
        Function<Machine.Here, ? extends Backend<L, A>> here,
        BiFunction<Backend<L, A>, Equipment, Backend<L, A>> discreet,
        KeptContents<D> contents,
        boolean isPersonal,
        Predicate<Machine.Here> isHere)
        implements BuiltIn {

    /** One that the machine has for all its users, and that sees no secrets. */
    Ordinary(String name, Kind<D, L, A> kind, Function<Machine.Here, ? extends Backend<L, A>> here) {
        this(name, kind, here, (backend, _) -> backend, KeptContents.none(), false, _ -> true);
    }

    /** The same, which shows no secrets. */
    Ordinary<D, L, A> shownBy(BiFunction<Backend<L, A>, Equipment, Backend<L, A>> other) {
        return new Ordinary<>(name, kind, here, other, contents, isPersonal, isHere);
    }

    /**
     * The same, which keeps no wish that was seen with a mask in it.
     *
     * @param remedy what to do instead, for the end of a sentence
     */
    Ordinary<D, L, A> keptUnless(Predicate<D> isMasked, String remedy) {
        return new Ordinary<>(name, kind, here, discreet, new UnmaskedWishes<>(isMasked, remedy), isPersonal, isHere);
    }

    /** The same, which is the business of the user who runs twin alone. */
    Ordinary<D, L, A> personal() {
        return new Ordinary<>(name, kind, here, discreet, contents, true, isHere);
    }

    /** The same, for which others may stand where it is not on a machine. */
    Ordinary<D, L, A> where(Predicate<Machine.Here> other) {
        return new Ordinary<>(name, kind, here, discreet, contents, isPersonal, other);
    }

    @Override
    public boolean isOn(Machine machine) {
        return machine.<Boolean>make(isHere::test, host -> host.has(name));
    }

    @Override
    public Equipped<D, L, A> equipped(Equipment with) {
        var backend = with.machine().<Backend<L, A>>make(here, host -> host.backend(name, kind));
        return Equipped.of(name, kind, discreet.apply(backend, with), contents);
    }

    @Override
    public Hosted<L, A> hosted(Machine.Here thisOne) {
        return new Hosted<>(kind, here.apply(thisOne));
    }
}
