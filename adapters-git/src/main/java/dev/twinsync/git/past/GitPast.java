package dev.twinsync.git.past;

import dev.twinsync.git.commit.Coverage;
import dev.twinsync.git.folder.GitFolder;
import dev.twinsync.git.work.RepoFault;
import dev.twinsync.port.RepoCommit;
import dev.twinsync.port.RepoContents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The commits of a repository. */
public record GitPast(GitFolder git) {

    /** A name, then steps back. Git's other ways to name something name what is no commit, or search. */
    private static final Pattern NAME =
            Pattern.compile("(?!-)(?!.*\\.\\.)[^\\s\\p{Cntrl}:^~?*\\[\\\\{}]{1,200}(?:~\\d{0,4}|\\^){0,20}");

    private static final Pattern UNPRINTABLE = Pattern.compile("\\P{Print}");

    /** The repository stays open for as long as somebody reads of it: to open it takes longer than to read a file. */
    public RepoContents at(String commit) throws IOException {
        return git.inWords("read the commit " + printable(commit), () -> {
            var repository = git.open();
            return new CommitContents(git, repository, id(repository, commit));
        });
    }

    public String id(String commit) throws IOException {
        return git.inWords("read the commit " + printable(commit), () -> {
            try (var repository = git.open()) {
                return id(repository, commit).name();
            }
        });
    }

    private ObjectId id(FileRepository repository, String commit) throws IOException {
        var id = NAME.matcher(commit).matches() && git.head().isPresent()
                ? resolve(repository, commit)
                : Optional.<ObjectId>empty();
        return id.orElseThrow(() -> new RepoFault("there is no commit \"" + printable(commit) + "\" in "
                + git.workTree() + ": twin history lists those that there are"));
    }

    private static Optional<ObjectId> resolve(FileRepository repository, String commit) throws IOException {
        try {
            return Optional.ofNullable(repository.resolve(commit + "^{commit}"));
        } catch (AmbiguousObjectException several) {
            throw new RepoFault("more than one thing in this repository begins with " + commit + ": write more of it");
        } catch (MissingObjectException missing) {
            if (commit.startsWith(missing.getObjectId().name())) {
                return Optional.empty();
            }
            throw missing;
        } catch (RevisionSyntaxException | IncorrectObjectTypeException _) {
            return Optional.empty();
        }
    }

    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }

    /** Newest first. */
    public List<RepoCommit> commits(Coverage below, int most) throws IOException {
        return git.inWords("read the commits of " + git.workTree(), () -> {
            var head = git.head();
            if (head.isEmpty()) {
                return List.of();
            }
            try (var repository = git.open();
                    var walk = new RevWalk(repository)) {
                walk.markStart(walk.parseCommit(ObjectId.fromString(head.get())));
                return commits(walk, below, most);
            }
        });
    }

    public static List<RepoCommit> commits(RevWalk walk, Coverage below, int most) throws IOException {
        var covers = below.covering();
        var commits = new ArrayList<RepoCommit>();
        for (RevCommit next = walk.next(); next != null && commits.size() < most; next = walk.next()) {
            var paths = ChangedPaths.of(walk, next);
            if (below.names().isEmpty() || paths.stream().anyMatch(covers)) {
                commits.add(commit(next, paths));
            }
        }
        return commits;
    }

    private static RepoCommit commit(RevCommit commit, List<String> paths) {
        var author = commit.getAuthorIdent();
        return new RepoCommit(
                commit.name(),
                author.getWhenAsInstant(),
                "%s <%s>".formatted(author.getName(), author.getEmailAddress()).strip(),
                commit.getFullMessage().stripTrailing(),
                paths);
    }
}
