package dev.twinsync.git.past;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.git.folder.GitFolder;
import dev.twinsync.git.work.RepoFault;
import dev.twinsync.git.work.WorkTree;
import dev.twinsync.git.yaml.YamlLimits;
import dev.twinsync.git.yaml.YamlReader;
import dev.twinsync.port.OldRepository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder in Git that another program made. Nobody else's is opened, nothing is written, and no link is followed. */
public final class GitOldRepository implements OldRepository {

    private static final int MEBIBYTE = 1 << 20;

    /** File contents may stand in a document. */
    private static final YamlLimits ROOMY = new YamlLimits(64 * MEBIBYTE, 8 * MEBIBYTE, 64, 2_000_000);

    private final WorkTree workTree;
    private final GitFolder git;

    /** Where the entries are: a name that is not UTF-8 is another one as text. */
    private final Map<String, Path> places = new HashMap<>();

    public GitOldRepository(Path root) {
        var absolute = root.toAbsolutePath().normalize();
        this.workTree = new WorkTree(absolute);
        this.git = new GitFolder(absolute);
    }

    @Override
    public Path root() {
        return workTree.root();
    }

    @Override
    public List<Entry> entries() throws IOException {
        return git.inWords("list " + root(), () -> {
            if (!Files.isDirectory(root(), LinkOption.NOFOLLOW_LINKS)) {
                throw new RepoFault(root() + " is no folder");
            }
            var entries = new ArrayList<Entry>();
            collect("", root(), entries);
            entries.sort(Comparator.comparing(Entry::path));
            return List.copyOf(entries);
        });
    }

    private void collect(String before, Path folder, List<Entry> entries) throws IOException {
        try (var content = Files.newDirectoryStream(folder)) {
            for (Path place : content) {
                var path = before + place.getFileName();
                if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                    if (!path.equals(".git")) {
                        collect(path + "/", place, entries);
                    }
                } else {
                    places.put(path, place);
                    entries.add(entry(path, place));
                }
            }
        }
    }

    private static Entry entry(String path, Path place) throws IOException {
        int mode = (int) Files.getAttribute(place, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        return new Entry(path, Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS), mode & 07777);
    }

    /** By the way that the entry was found: the names of a stranger's files need not be those twin would give. */
    @Override
    public InputStream open(String path) throws IOException {
        return git.inWords("read " + path, () -> {
            var place = places.getOrDefault(path, root().resolve(path));
            if (!place.normalize().startsWith(root()) || !place.normalize().equals(place)) {
                throw new RepoFault(path + " is no path within " + root());
            }
            for (var folder = place.getParent(); !folder.equals(root()); folder = folder.getParent()) {
                if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    throw new RepoFault(folder + " is no folder: twin does not follow it");
                }
            }
            return Files.newInputStream(place, LinkOption.NOFOLLOW_LINKS);
        });
    }

    @Override
    public Reading<Tree> document(String path) throws IOException {
        try (var in = open(path)) {
            var bytes = in.readNBytes(ROOMY.bytes() + 1);
            return bytes.length > ROOMY.bytes()
                    ? Reading.wrong(new Place(path, 0, 0), ROOMY.tooLarge())
                    : YamlReader.read(path, bytes, ROOMY);
        }
    }

    @Override
    public Optional<InputStream> settings() throws IOException {
        return git.inWords("read the settings of Git in " + root(), () -> {
            var config = git.path().resolve("config");
            return Files.isRegularFile(config, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(Files.newInputStream(config, LinkOption.NOFOLLOW_LINKS))
                    : Optional.empty();
        });
    }

    @Override
    public void past(Viewer viewer) throws IOException {
        git.act("read the history of " + root(), () -> {
            if (Files.exists(git.path().resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)) {
                try (var repository = git.open()) {
                    new PastContents(repository).show(viewer);
                }
            }
        });
    }
}
