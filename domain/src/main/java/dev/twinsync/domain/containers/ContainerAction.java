package dev.twinsync.domain.containers;

import dev.twinsync.domain.Action;

/** What an engine can be asked to do with one container. Volumes, networks and images are never removed. */
public sealed interface ContainerAction extends Action {

    ContainerName name();

    @Override
    default String key() {
        return name().text();
    }

    @Override
    default Stage stage() {
        return Stage.CONTAINERS;
    }

    @Override
    default Risk risk() {
        return Risk.LOW;
    }

    @Override
    default Undo undo() {
        return Undo.BEST_EFFORT;
    }

    /** Fetches the image where it is not there, and makes a container of it. @param running whether it is started */
    record Create(ContainerName name, ContainerSpec spec, boolean running) implements ContainerAction {
        @Override
        public String op() {
            return "create";
        }

        @Override
        public Risk risk() {
            return spec.reach().isFar() ? Risk.HIGH : Risk.MEDIUM;
        }
    }

    /**
     * Puts a new container in the place of one that is there: nothing but its restart policy can be changed in place. What
     * was written outside of its volumes is lost.
     */
    record Replace(ContainerName name, ContainerSpec spec, boolean running) implements ContainerAction {
        @Override
        public String op() {
            return "replace";
        }

        @Override
        public Risk risk() {
            return Risk.HIGH;
        }
    }

    /** Changes when the engine starts it again, without touching it otherwise. */
    record Update(ContainerName name, RestartPolicy restart) implements ContainerAction {
        @Override
        public String op() {
            return "update";
        }

        @Override
        public Undo undo() {
            return Undo.EXACT;
        }
    }

    record Start(ContainerName name) implements ContainerAction {
        @Override
        public String op() {
            return "start";
        }

        @Override
        public Undo undo() {
            return Undo.EXACT;
        }
    }

    /** What it held in memory is gone. */
    record Stop(ContainerName name) implements ContainerAction {
        @Override
        public String op() {
            return "stop";
        }

        @Override
        public Stage stage() {
            return Stage.REMOVALS;
        }

        @Override
        public Risk risk() {
            return Risk.MEDIUM;
        }
    }

    /** Stops it where it runs and removes it; its volumes stay, what it wrote elsewhere is lost. */
    record Remove(ContainerName name) implements ContainerAction {
        @Override
        public String op() {
            return "remove";
        }

        @Override
        public Stage stage() {
            return Stage.REMOVALS;
        }

        @Override
        public Risk risk() {
            return Risk.HIGH;
        }
    }
}
