package dev.twinsync.os.containers;

import dev.twinsync.domain.containers.ContainerName;
import dev.twinsync.port.Progress;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a new container in the place of an old one: the old one is called otherwise and stopped, and goes only when the new one is up. If that
 * does not come up, the old one is there again.
 */
record Replacement(Engine engine, Patience patience, ContainerName name, Container old, Progress progress) {

    private static final int MADE = 85;
    private static final int STARTED = 90;
    private static final String RAN = " running";

    /** The label by which {@link #takeBack} finds out what the old one was. */
    Map.Entry<String, String> mark() {
        return Map.entry(Container.REPLACES, old.id() + (old.isRunning() ? RAN : ""));
    }

    void run(Blueprint blueprint, boolean running) throws NoAnswer {
        engine.rename(old.id(), Names.old(name));
        try {
            make(blueprint, running);
        } catch (NoAnswer refused) {
            var log =
                    engine.byName(name).map(new LastWords(engine, patience)::of).orElse("");
            progress.said(blueprint.values().without(log));
            var reason = blueprint.values().without(refused.getMessage());
            throw new NoAnswer(reason + "; " + takenBack());
        }
        removeOld();
    }

    private void make(Blueprint blueprint, boolean running) throws NoAnswer {
        progress.at(MADE, "making " + name);
        var id = engine.create(name, blueprint.body());
        for (var tie : Ties.of(old, blueprint.spec().isolation()).others().entrySet()) {
            engine.connect(tie.getKey(), id, tie.getValue());
        }
        if (old.isRunning()) {
            engine.stop(old.id());
        }
        if (running) {
            progress.at(STARTED, "waiting for " + name);
            engine.start(id);
            new Arrival(engine, patience).await(id);
        }
    }

    private String takenBack() {
        try {
            takeBack(engine, name);
            return "the old one is there again";
        } catch (NoAnswer refused) {
            return "and the old one, " + Names.old(name) + ", could not be brought back: " + refused.getMessage();
        }
    }

    private void removeOld() throws NoAnswer {
        try {
            engine.remove(old.id());
        } catch (NoAnswer refused) {
            throw new NoAnswer("the new one is there, but the old one, " + Names.old(name) + ", could not be removed: "
                    + refused.getMessage());
        }
    }

    /**
     * Brings back the old one, whatever was reached: the new one is stopped, the old one started where it ran, the new one removed, and
     * the name given back. After each of these steps it can begin anew.
     */
    static void takeBack(Engine engine, ContainerName name) throws NoAnswer {
        var old = engine.byName(Names.old(name));
        if (old.isEmpty()) {
            return;
        }
        var half = engine.byName(name);
        if (half.isPresent() && !replaces(half.get(), old.get())) {
            return;
        }
        if (half.isPresent()) {
            engine.stop(half.get().id());
            if (ran(half)) {
                engine.start(old.get().id());
            }
            engine.remove(half.get().id());
        }
        engine.rename(old.get().id(), name);
    }

    /** Whether twin made it in the other's place; a container that somebody else made is nobody's half. */
    private static boolean replaces(Container half, Container old) {
        return half.label(Container.REPLACES)
                .filter(mark -> mark.replace(RAN, "").equals(old.id()))
                .isPresent();
    }

    private static boolean ran(Optional<Container> half) {
        return half.flatMap(container -> container.label(Container.REPLACES))
                .filter(mark -> mark.endsWith(RAN))
                .isPresent();
    }
}
