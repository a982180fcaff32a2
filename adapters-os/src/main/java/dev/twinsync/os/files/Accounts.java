package dev.twinsync.os.files;

import dev.twinsync.domain.files.AccountName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.security.Principal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who owns what, by name; each number is looked up once. */
final class Accounts {

    private final Map<Integer, AccountName> users = new ConcurrentHashMap<>();
    private final Map<Integer, AccountName> groups = new ConcurrentHashMap<>();

    AccountName owner(Path path, Stat stat) throws IOException {
        return users.containsKey(stat.uid())
                ? users.get(stat.uid())
                : learn(path, stat).owner();
    }

    AccountName group(Path path, Stat stat) throws IOException {
        return groups.containsKey(stat.gid())
                ? groups.get(stat.gid())
                : learn(path, stat).group();
    }

    private record Names(AccountName owner, AccountName group) {}

    private Names learn(Path path, Stat stat) throws IOException {
        var seen = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        GroupPrincipal group = seen.group();
        var names = new Names(name(seen.owner(), stat.uid()), name(group, stat.gid()));
        users.put(stat.uid(), names.owner());
        groups.put(stat.gid(), names.group());
        return names;
    }

    /** A name that no document could hold is as good as none. */
    private static AccountName name(Principal principal, int number) {
        return new AccountName(
                AccountName.isValid(principal.getName()) ? principal.getName() : Integer.toUnsignedString(number));
    }
}
