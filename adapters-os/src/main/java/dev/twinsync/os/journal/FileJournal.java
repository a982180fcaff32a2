package dev.twinsync.os.journal;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Undisturbed;
import dev.twinsync.os.files.PrivateFolder;
import dev.twinsync.port.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A journal in a private folder: the open run has a file with a line a record, and what is remembered of the last closed
 * run has another. Runs are numbered, and a run is closed by the memory that bears its number: written in one step, it
 * ends the run whether or not the file of its records still lies about.
 */
public final class FileJournal implements Journal {

    private static final String JOURNAL = "journal.jsonl";
    private static final String MEMORY = "memory.json";

    private final PrivateFolder folder;
    private Optional<Pen> pen = Optional.empty();

    /** @param folder of one repository; made when something is written */
    public FileJournal(Path folder) {
        this.folder = new PrivateFolder(folder);
    }

    @Override
    public List<Tree> open() throws IOException {
        return unclosed().records();
    }

    @Override
    public Optional<Tree> memory() throws IOException {
        return lastClosed().map(Line::record);
    }

    private Lines unclosed() throws IOException {
        var file = folder.find(JOURNAL);
        var lines = file.isEmpty() ? Lines.NONE : Lines.of(content(file.get()), file.get());
        return lines.run().orElse(0) > lastClosedRun() ? lines : Lines.NONE;
    }

    private long lastClosedRun() throws IOException {
        return lastClosed().map(Line::run).orElse(0L);
    }

    private Optional<Line> lastClosed() throws IOException {
        var file = folder.find(MEMORY);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        var text = new String(content(file.get()), StandardCharsets.UTF_8);
        return Optional.of(Line.read(text.stripTrailing()).orElseThrow(() -> damaged(file.get())));
    }

    private static byte[] content(Path file) throws IOException {
        try (var content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return content.readAllBytes();
        }
    }

    private static IOException damaged(Path file) {
        return new IOException(file + " is damaged; twin goes on, without what it remembered of the last run, after:"
                + " mv " + ShellWord.of(file) + " " + ShellWord.of(file + ".damaged"));
    }

    @Override
    public void append(Tree record) throws IOException {
        Undisturbed.run(() -> {
            var writing = pen();
            try {
                writing.write(record);
            } catch (IOException failed) {
                throw new IOException(
                        "what twin does could not be written to " + place(JOURNAL) + ": " + failed.getMessage()
                                + "; put that right and run twin again",
                        failed);
            }
        });
    }

    private Pen pen() throws IOException {
        if (pen.isEmpty()) {
            var before = unclosed();
            pen = Optional.of(Pen.open(folder, JOURNAL, run(before), before));
        }
        return pen.get();
    }

    private long run(Lines unclosed) throws IOException {
        return unclosed.run().orElse(lastClosedRun() + 1);
    }

    @Override
    public void close(Tree memory) throws IOException {
        Undisturbed.run(() -> {
            long run = pen.isPresent() ? pen.get().run() : run(unclosed());
            folder.make();
            folder.put(MEMORY, file -> file.write(new Line(run, 0, memory).bytes()));
            forget();
        });
    }

    private void forget() throws IOException {
        if (pen.isPresent()) {
            pen.get().close();
            pen = Optional.empty();
        }
        Files.deleteIfExists(place(JOURNAL));
        folder.sync();
    }

    private Path place(String name) {
        return folder.path().resolve(name);
    }
}
