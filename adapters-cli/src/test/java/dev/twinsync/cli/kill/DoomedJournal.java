package dev.twinsync.cli.kill;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Journal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The process may be killed before and after each write. */
record DoomedJournal(Journal journal, Doom doom) implements Journal {

    @Override
    public List<Tree> open() throws IOException {
        return journal.open();
    }

    @Override
    public Optional<Tree> memory() throws IOException {
        return journal.memory();
    }

    @Override
    public void append(Tree record) throws IOException {
        doom.pass();
        journal.append(record);
        doom.pass();
    }

    @Override
    public void close(Tree memory) throws IOException {
        doom.pass();
        journal.close(memory);
        doom.pass();
    }
}
