package dev.twinsync.os.plugins;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.plugin.ProgramName;
import dev.twinsync.os.Self;
import dev.twinsync.os.files.Stat;
import dev.twinsync.os.files.Writers;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folders in which programs of plugins are looked for, root's first. Each folder up to the root of the file system, and the
 * program, must belong to root, or to the user in the user's own, and nobody else may write there.
 *
 * @param user the user id of who runs twin
 * @param root the user id that root's folders must belong to
 * @param top the folder whose own folders are not looked at: {@code /}
 */
public record PluginFolders(List<Path> ofRoot, Optional<Path> ofUser, int user, int root, Path top) {

    private static final List<Path> OF_ROOT =
            List.of(Path.of("/usr/lib/twin/plugins"), Path.of("/usr/local/lib/twin/plugins"));
    private static final int ROOT = 0;
    private static final int MAY_RUN = 0111;
    private static final long LARGEST = 1 << 28;

    public PluginFolders {
        ofRoot = List.copyOf(ofRoot);
    }

    /** @param home of who runs twin */
    public static PluginFolders ofThisMachine(Path home, Self self) {
        var ofUser = home.resolve(".local/share/twin/plugins").toAbsolutePath().normalize();
        return new PluginFolders(OF_ROOT, Optional.of(ofUser), self.uid(), ROOT, Path.of("/"));
    }

    /** Those of root alone. */
    public static PluginFolders ofRootSide() {
        return new PluginFolders(OF_ROOT, Optional.empty(), ROOT, ROOT, Path.of("/"));
    }

    /** @throws IOException in words where it is nowhere, or where it is others may have put it */
    public FoundProgram find(ProgramName name) throws IOException {
        for (Path folder : ofRoot) {
            if (isThere(folder, name)) {
                return checked(folder.resolve(name.text()), root, true);
            }
        }
        if (ofUser.isPresent() && isThere(ofUser.get(), name)) {
            return checked(ofUser.get().resolve(name.text()), user, false);
        }
        throw new IOException("the program " + name + " is in none of "
                + Stream.concat(ofRoot.stream(), ofUser.stream())
                        .map(Path::toString)
                        .collect(Collectors.joining(", "))
                + "; put it there if you trust it");
    }

    private static boolean isThere(Path folder, ProgramName name) {
        return Files.exists(folder.resolve(name.text()), LinkOption.NOFOLLOW_LINKS);
    }

    private FoundProgram checked(Path program, int owner, boolean isOfRoot) throws IOException {
        for (Path folder = program.getParent(); folder != null && folder.startsWith(top); folder = folder.getParent()) {
            checkFolder(program, folder, owner);
        }
        var stat = Stat.of(program).orElseThrow(() -> new IOException(program + " is gone"));
        if (!stat.isRegular() || (stat.mode() & MAY_RUN) == 0) {
            throw new IOException(program + " is no program: it must be a plain file that may be run");
        }
        if (!isHeld(program, stat, owner)) {
            throw new IOException(
                    program + " can be changed by others than its owner; run: chmod go-w " + ShellWord.of(program));
        }
        if (stat.size() > LARGEST) {
            throw new IOException(program + " has more than " + LARGEST + " bytes");
        }
        return new FoundProgram(program, digest(program), isOfRoot);
    }

    private void checkFolder(Path program, Path folder, int owner) throws IOException {
        var stat = Stat.of(folder).orElseThrow(() -> new IOException(folder + " is gone"));
        if (!stat.isDirectory()) {
            throw new IOException(program + " lies behind " + folder + ", which is no folder of its own");
        }
        if (!isHeld(folder, stat, owner)) {
            throw new IOException(program + " is not started: others than its owner may put files into " + folder);
        }
    }

    private boolean isHeld(Path path, Stat stat, int owner) throws IOException {
        return Writers.OF_THIS_MACHINE.isHeldBy(owner, root, path, stat);
    }

    private static Digest digest(Path program) throws IOException {
        var sum = Sha256.begin();
        var chunk = new byte[1 << 16];
        try (var in = Files.newInputStream(program, LinkOption.NOFOLLOW_LINKS)) {
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                sum.update(chunk, 0, length);
            }
        }
        return Digest.ofSha256(sum.digest());
    }
}
