package dev.twinsync.domain.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.files.LiveFile.What;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class FilesTest extends KindLaws<DesiredFile, LiveFile, FileAction> {

    private static final Files FILES = new Files();
    private static final Digest ONE = digest('1');
    private static final TargetPath HOSTS = new TargetPath("/etc/hosts");

    private static Digest digest(char digit) {
        return new Digest("sha256:" + String.valueOf(digit).repeat(64));
    }

    @Override
    protected Kind<DesiredFile, LiveFile, FileAction> kind() {
        return FILES;
    }

    /** What undo may lose of a file, live/ does not tell of: its access control list. */
    @Override
    protected boolean bringsBackWhatTwinSees(FileAction action) {
        return true;
    }

    @Test
    void undo_is_not_promised_to_be_exact_where_an_access_control_list_would_be_lost() {
        for (FileAction action : List.of(
                new FileAction.Delete(HOSTS),
                new FileAction.DeleteDirectory(HOSTS),
                new FileAction.Link(HOSTS, new LinkTarget("/etc/other")))) {
            assertEquals(Action.Undo.BEST_EFFORT, action.undo(), action::op);
        }
        var mode = new FileMode("0644");
        var content = TwinPath.mirrorOf(HOSTS);
        for (FileAction action : List.of(
                new FileAction.Write(HOSTS, content, ONE, mode, AccountName.ROOT, AccountName.ROOT),
                new FileAction.MakeDirectory(HOSTS, mode, AccountName.ROOT, AccountName.ROOT),
                new FileAction.SetAttributes(HOSTS, mode, AccountName.ROOT, AccountName.ROOT))) {
            assertEquals(Action.Undo.EXACT, action.undo(), action::op);
        }
    }

    private static final List<String> PATHS =
            List.of("/etc/a", "/etc/a/b", "/etc/a-b", "/etc/apt/sources.list", "/etc/passwd", "/root/.netrc");

    private static Arbitrary<TargetPath> path() {
        return Arbitraries.of(PATHS).map(TargetPath::new);
    }

    private static Arbitrary<Digest> digest() {
        return Arbitraries.of('1', '2').map(FilesTest::digest);
    }

    private static Arbitrary<FileMode> mode() {
        return Arbitraries.of("0644", "0600", "4755", "2750", "1777").map(FileMode::new);
    }

    private static Arbitrary<AccountName> account() {
        return Arbitraries.of("root", "alice", "4242", "svc$").map(AccountName::new);
    }

    private static Arbitrary<LinkTarget> target() {
        return Arbitraries.of("/usr/share/x", "../x", "/", "nowhere/").map(LinkTarget::new);
    }

    private static Arbitrary<List<String>> notifies() {
        return Arbitraries.of(List.of(), List.of("ssh.service", "dev-disk-by\\x2duuid.swap"));
    }

    @Override
    protected Arbitrary<DesiredFile> wish() {
        Arbitrary<DesiredFile> regular = Combinators.combine(
                        path(),
                        mode().optional(),
                        account().optional(),
                        account().optional(),
                        notifies(),
                        digest().optional(0.9))
                .as((path, mode, owner, group, notifies, digest) ->
                        new DesiredFile.Regular(path, TwinPath.mirrorOf(path), mode, owner, group, notifies, digest));
        Arbitrary<DesiredFile> directory = Combinators.combine(
                        path(),
                        mode().optional(),
                        account().optional(),
                        account().optional(),
                        notifies())
                .as(DesiredFile.Directory::new);
        Arbitrary<DesiredFile> symlink =
                Combinators.combine(path(), target(), notifies()).as(DesiredFile.Symlink::new);
        Arbitrary<DesiredFile> absent = Combinators.combine(path(), notifies()).as(DesiredFile.Absent::new);
        return Arbitraries.oneOf(regular, directory, symlink, absent);
    }

    @Override
    protected Arbitrary<LiveFile> seen() {
        Arbitrary<LiveFile> regular = Combinators.combine(path(), digest(), mode(), account(), account())
                .as(LiveFile.Regular::new);
        Arbitrary<LiveFile> directory =
                Combinators.combine(path(), mode(), account(), account()).as(LiveFile.Directory::new);
        Arbitrary<LiveFile> symlink = Combinators.combine(path(), target()).as(LiveFile.Symlink::new);
        Arbitrary<LiveFile> other =
                Combinators.combine(path(), Arbitraries.of(What.class)).as(LiveFile.Other::new);
        return Arbitraries.frequencyOf(
                Tuple.of(4, regular), Tuple.of(3, directory), Tuple.of(3, symlink), Tuple.of(1, other));
    }

    /** Something is in a folder only where that folder is. */
    @Override
    protected List<LiveFile> possible(List<LiveFile> machine) {
        var folders = machine.stream()
                .flatMap(file -> kind().wayTo(file.key()).stream())
                .filter(PATHS::contains)
                .collect(Collectors.toSet());
        return Stream.concat(
                        machine.stream().filter(file -> !folders.contains(file.key())),
                        folders.stream().map(folder -> folder(machine, folder)))
                .toList();
    }

    private static LiveFile folder(List<LiveFile> machine, String path) {
        return machine.stream()
                .filter(file -> file.key().equals(path) && file instanceof LiveFile.Directory)
                .findFirst()
                .orElseGet(() -> new LiveFile.Directory(
                        new TargetPath(path), new FileMode("0755"), AccountName.ROOT, AccountName.ROOT));
    }

    @Override
    protected Arbitrary<FileAction> action() {
        return Combinators.combine(
                        path(),
                        digest(),
                        mode(),
                        account(),
                        target(),
                        Arbitraries.integers().between(0, 5))
                .as((path, digest, mode, account, target, op) -> switch (op) {
                    case 0 ->
                        new FileAction.Write(path, TwinPath.mirrorOf(path), digest, mode, account, AccountName.ROOT);
                    case 1 -> new FileAction.MakeDirectory(path, mode, account, AccountName.ROOT);
                    case 2 -> new FileAction.Link(path, target);
                    case 3 -> new FileAction.SetAttributes(path, mode, account, AccountName.ROOT);
                    case 4 -> new FileAction.Delete(path);
                    default -> new FileAction.DeleteDirectory(path);
                });
    }

    @Override
    protected boolean agrees(DesiredFile wish, Optional<LiveFile> found) {
        return switch (wish) {
            case DesiredFile.Regular(var _, var _, var mode, var owner, var group, var _, var digest) ->
                found.orElse(null) instanceof LiveFile.Regular file
                        && digest.isPresent()
                        && file.digest().equals(digest.get())
                        && mode.stream().allMatch(file.mode()::equals)
                        && owner.stream().allMatch(file.owner()::equals)
                        && group.stream().allMatch(file.group()::equals);
            case DesiredFile.Directory(var _, var mode, var owner, var group, var _) ->
                found.orElse(null) instanceof LiveFile.Directory directory
                        && mode.stream().allMatch(directory.mode()::equals)
                        && owner.stream().allMatch(directory.owner()::equals)
                        && group.stream().allMatch(directory.group()::equals);
            case DesiredFile.Symlink(var _, var target, var _) ->
                found.orElse(null) instanceof LiveFile.Symlink link
                        && link.target().equals(target);
            case DesiredFile.Absent _ -> found.isEmpty();
        };
    }

    @Test
    void just_the_folders_above_a_path_lead_to_it() {
        var part = Arbitraries.of("a", "a-b", "b", "a b");
        var path = part.list().ofMinSize(1).ofMaxSize(4);
        Property.forAll(Combinators.combine(path, path).as(Tuple::of), two -> {
            var folder = two.get1();
            var other = two.get2();
            boolean isAbove = folder.size() < other.size()
                    && other.subList(0, folder.size()).equals(folder);
            assertEquals(isAbove, FILES.wayTo("/" + String.join("/", other)).contains("/" + String.join("/", folder)));
        });
    }

    private static List<Step<FileAction>> plan(DesiredFile wish, LiveFile... seen) {
        return FILES.plan(List.of(wish), new Observation.Seen<>(List.of(seen)));
    }

    private static DesiredFile.Regular wish(TargetPath path, Optional<Digest> digest) {
        return new DesiredFile.Regular(
                path, TwinPath.mirrorOf(path), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), digest);
    }

    @Test
    void a_new_file_of_which_nothing_is_said_is_readable_by_all_and_belongs_to_root() {
        assertEquals(
                List.of(new Step.Do<FileAction>(
                        new FileAction.Write(
                                HOSTS,
                                new TwinPath("filesystem/etc/hosts"),
                                ONE,
                                new FileMode("0644"),
                                AccountName.ROOT,
                                AccountName.ROOT),
                        "declared present, not there")),
                plan(wish(HOSTS, Optional.of(ONE))));
    }

    @Test
    void a_changed_file_keeps_the_mode_and_owner_of_which_nothing_is_said() {
        var alice = new AccountName("alice");
        var seen = new LiveFile.Regular(HOSTS, digest('2'), new FileMode("2750"), alice, alice);
        assertEquals(
                List.of(new Step.Do<FileAction>(
                        new FileAction.Write(
                                HOSTS, new TwinPath("filesystem/etc/hosts"), ONE, new FileMode("2750"), alice, alice),
                        "its content is not the declared one")),
                plan(wish(HOSTS, Optional.of(ONE)), seen));
    }

    @Test
    void a_file_without_content_is_blocked_and_names_the_place() {
        assertEquals(
                List.of(new Step.Blocked<FileAction>(
                        "/etc/hosts", "there is no content for it at filesystem/etc/hosts")),
                plan(wish(HOSTS, Optional.empty())));
    }

    @Test
    void a_device_is_left_alone() {
        assertEquals(
                List.of(new Step.Blocked<FileAction>(
                        "/etc/hosts", "a block device is there, which twin does not touch")),
                plan(new DesiredFile.Absent(HOSTS, List.of()), new LiveFile.Other(HOSTS, LiveFile.What.BLOCK_DEVICE)));
    }

    @Test
    void a_place_of_secrets_is_blocked_whatever_the_state_says() {
        assertEquals(
                List.of(new Step.Blocked<FileAction>("/etc/shadow", SecretPlaces.reason())),
                plan(wish(new TargetPath("/etc/shadow"), Optional.of(ONE))));
    }

    @Test
    void the_accounts_are_never_removed() {
        var passwd = new TargetPath("/etc/passwd");
        var seen = new LiveFile.Regular(passwd, ONE, new FileMode("0644"), AccountName.ROOT, AccountName.ROOT);
        assertEquals(
                List.of(new Step.Blocked<FileAction>("/etc/passwd", "nobody could log in to this machine without it")),
                plan(new DesiredFile.Absent(passwd, List.of()), seen));
    }

    @Test
    void an_action_that_would_remove_the_accounts_is_known_without_its_plan() {
        var passwd = new TargetPath("/etc/passwd");
        assertTrue(new FileAction.Delete(passwd).takesAccountsAway());
        assertTrue(new FileAction.Link(passwd, new LinkTarget("/dev/null")).takesAccountsAway());
        assertFalse(new FileAction.Delete(HOSTS).takesAccountsAway());
        var plans = Combinators.combine(anyWishes(), anyMachine())
                .as((wishes, machine) -> FILES.plan(wishes, new Observation.Seen<>(machine)));
        Property.forAll(
                plans, steps -> assertTrue(steps.stream().noneMatch(FilesTest::takesAccountsAway), steps::toString));
    }

    private static boolean takesAccountsAway(Step<FileAction> step) {
        return step instanceof Step.Do<FileAction>(var action, var _) && action.takesAccountsAway();
    }

    @Test
    void what_not_everybody_may_read_is_not_in_the_first_wish() {
        var hidden = new LiveFile.Regular(HOSTS, ONE, new FileMode("0640"), AccountName.ROOT, AccountName.ROOT);
        assertEquals(Optional.empty(), FILES.firstWish(hidden));
    }

    @Test
    void a_pipe_is_adopted_as_something_about_which_nothing_is_ever_done() {
        var adopted = FILES.adopt(new LiveFile.Other(HOSTS, What.FIFO));
        assertEquals(
                List.of(new Step.Blocked<FileAction>(
                        "/etc/hosts", "there is no content for it at filesystem/etc/hosts")),
                plan(adopted));
    }

    @Test
    void risk_is_high_where_one_line_locks_everybody_out_and_for_set_user_id() {
        assertEquals(
                FileAction.Risk.HIGH, written("/etc/sudoers.d/alice", "0440").risk());
        assertEquals(
                FileAction.Risk.HIGH, written("/usr/local/bin/tool", "4755").risk());
        assertEquals(FileAction.Risk.LOW, written("/etc/motd", "0644").risk());
        assertEquals(FileAction.Risk.MEDIUM, new FileAction.Delete(HOSTS).risk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/network/interfaces",
                "/etc/netplan/50-cloud-init.yaml",
                "/etc/systemd/network/10-lan.network",
                "/etc/NetworkManager/NetworkManager.conf",
                "/etc/NetworkManager/dispatcher.d/50-toy",
                "/etc/nftables.conf",
                "/etc/nftables.d/ssh.nft",
                "/etc/ufw/user.rules",
                "/etc/firewalld/zones/public.xml",
                "/etc/iptables/rules.v4",
                "/etc/shorewall6/rules",
                "/etc/ferm/ferm.conf"
            })
    void risk_is_high_where_one_line_takes_the_machine_off_the_network(String path) {
        assertEquals(FileAction.Risk.HIGH, written(path, "0644").risk());
        assertEquals(FileAction.Risk.DESTRUCTIVE, new FileAction.Delete(new TargetPath(path)).risk());
    }

    @Test
    void sources_of_apt_come_before_packages_and_removals_first() {
        assertEquals(
                FileAction.Stage.APT_SOURCES,
                written("/etc/apt/sources.list", "0644").stage());
        assertEquals(FileAction.Stage.FILES, written("/etc/aptitude", "0644").stage());
        assertEquals(FileAction.Stage.REMOVALS, new FileAction.Delete(new TargetPath("/etc/apt/sources.list")).stage());
    }

    private static FileAction written(String path, String mode) {
        var target = new TargetPath(path);
        return new FileAction.Write(
                target, TwinPath.mirrorOf(target), ONE, new FileMode(mode), AccountName.ROOT, AccountName.ROOT);
    }
}
