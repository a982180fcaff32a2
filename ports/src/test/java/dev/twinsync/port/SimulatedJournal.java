package dev.twinsync.port;

import dev.twinsync.domain.shape.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journal in memory, which outlives the twin that writes to it and can be told when to fail. */
public final class SimulatedJournal implements Journal {

    /** What happens instead of a good end. */
    @FunctionalInterface
    public interface Fault {

        /** The disk is full, and stays so for this one write. */
        Fault FULL_DISK = () -> {
            throw new IOException("No space left on device");
        };

        void strike() throws IOException;
    }

    /** Whether what was to be written is there afterwards. */
    public enum Moment {
        BEFORE_IT_LANDS,
        AFTER_IT_LANDED
    }

    private record Expected(int write, Moment moment, Fault fault) {}

    private final List<Tree> open = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();
    private Optional<Tree> memory = Optional.empty();
    private Runnable boundary = () -> {};
    private int writes;

    /** @param write the first, the second, … append or close in the life of this journal, counted together from 1 */
    public SimulatedJournal failAt(int write, Moment moment, Fault fault) {
        expected.add(new Expected(write, moment, fault));
        return this;
    }

    /** @param other what happens before and after each write; it may throw */
    public void between(Runnable other) {
        boundary = other;
    }

    /** How many appends and closes were tried. */
    public int writes() {
        return writes;
    }

    @Override
    public List<Tree> open() {
        return List.copyOf(open);
    }

    @Override
    public Optional<Tree> memory() {
        return memory;
    }

    @Override
    public void append(Tree record) throws IOException {
        write(() -> open.add(record));
    }

    @Override
    public void close(Tree remembered) throws IOException {
        write(() -> {
            memory = Optional.of(remembered);
            open.clear();
        });
    }

    private void write(Runnable landing) throws IOException {
        writes++;
        boundary.run();
        strike(Moment.BEFORE_IT_LANDS);
        landing.run();
        strike(Moment.AFTER_IT_LANDED);
        boundary.run();
    }

    private void strike(Moment moment) throws IOException {
        for (Expected next : expected) {
            if (next.write() == writes && next.moment() == moment) {
                next.fault().strike();
            }
        }
    }
}
