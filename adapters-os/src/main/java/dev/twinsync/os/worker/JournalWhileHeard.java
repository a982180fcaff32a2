package dev.twinsync.os.worker;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Journal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A journal of what is done elsewhere: what came of an action that nobody could look at afterwards is left open. */
record JournalWhileHeard(Journal journal, Connections connections) implements Journal {

    @Override
    public void append(Tree record) throws IOException {
        checkHeard();
        journal.append(record);
    }

    @Override
    public void close(Tree memory) throws IOException {
        checkHeard();
        journal.close(memory);
    }

    private void checkHeard() throws IOException {
        var lost = connections.lost();
        if (lost.isPresent()) {
            throw new IOException(lost.get() + ", so what came of it is not known");
        }
    }

    @Override
    public List<Tree> open() throws IOException {
        return journal.open();
    }

    @Override
    public Optional<Tree> memory() throws IOException {
        return journal.memory();
    }
}
