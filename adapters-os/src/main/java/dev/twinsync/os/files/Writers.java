package dev.twinsync.os.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may write to what stands under a name, or put files into it. Debian gives each user a group that nobody else is in, and from
 * release 13 on lets it write to what the user makes: where that group may, the user is still alone.
 *
 * @param accounts the folder of {@code passwd} and {@code group}; who is known elsewhere has no group of this kind
 */
public record Writers(Path accounts) {

    public static final Writers OF_THIS_MACHINE = new Writers(Path.of("/etc"));

    private static final int USER_ID = 2;
    private static final int GROUP_ID = 2;
    private static final int GROUP_OF_USER = 3;
    private static final int MEMBERS = 3;

    /** Whether nobody but its owner may. With an access control list, the bits of the group do not tell who else may. */
    public boolean isOwnerAlone(Path path, Stat stat) throws IOException {
        return !stat.othersMayWrite()
                && (!stat.groupMayWrite()
                        || isAloneInGroup(stat.uid(), stat.gid()) && !ExtendedAttributes.mayBeOn(path));
    }

    /** Whether it belongs to one of two users, of whom root is mostly one, and {@link #isOwnerAlone}. */
    public boolean isHeldBy(int owner, int root, Path path, Stat stat) throws IOException {
        return (stat.uid() == owner || stat.uid() == root) && isOwnerAlone(path, stat);
    }

    private boolean isAloneInGroup(int uid, int gid) throws IOException {
        var users = rows("passwd");
        var own = users.stream()
                .filter(user -> is(user, USER_ID, uid))
                .map(List::getFirst)
                .collect(Collectors.toSet());
        var groups =
                rows("group").stream().filter(group -> is(group, GROUP_ID, gid)).toList();
        var first = users.stream()
                .filter(user -> is(user, GROUP_OF_USER, gid))
                .map(List::getFirst)
                .toList();
        return !first.isEmpty()
                && own.containsAll(first)
                && !groups.isEmpty()
                && groups.stream().allMatch(group -> areAll(own, group));
    }

    private static boolean areAll(Set<String> own, List<String> group) {
        return group.size() > MEMBERS
                && Arrays.stream(group.get(MEMBERS).split(","))
                        .filter(name -> !name.isEmpty())
                        .allMatch(own::contains);
    }

    private static boolean is(List<String> row, int column, int number) {
        return row.size() > column && row.get(column).equals(Integer.toUnsignedString(number));
    }

    private List<List<String>> rows(String name) throws IOException {
        var file = accounts.resolve(name);
        return Files.isReadable(file)
                ? Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                        .map(line -> List.of(line.split(":", -1)))
                        .toList()
                : List.of();
    }
}
