package dev.twinsync.domain.containers;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what a container could become root of the machine that it runs on.
 *
 * @param everything whether nothing is kept from it at all
 * @param ways each in the word of its document, without where it is in the container: {@code SYS_PTRACE}, {@code /etc}
 */
record Reach(boolean everything, Set<String> ways) {

    static final Reach NONE = new Reach(false, Set.of());

    private static final Capability ALL = new Capability("ALL");

    private static final Set<Capability> STRONG = Stream.of(
                    "SYS_ADMIN", "SYS_PTRACE", "SYS_MODULE", "SYS_RAWIO", "DAC_READ_SEARCH")
            .map(Capability::new)
            .collect(Collectors.toUnmodifiableSet());

    /** Of the system, or where somebody is let in: harmless for who can only read. */
    private static final Predicate<String> WRITABLE_FOLDERS = paths(
            "/(?:boot|etc|proc|root|sys|usr|bin|sbin|lib[^/]*)(?:/.*)?",
            "/home(?:/[^/]+(?:/\\.ssh(?:/.*)?)?)?",
            "/var(?:/lib|/spool(?:/cron(?:/.*)?)?)?");

    /** Whoever can connect to the engine tells it what to do, also through a folder that nobody can write to. */
    private static final Predicate<String> ENGINES =
            paths("/", "(?:/var)?/run(?:/podman|/containerd)?", "/(?:.*/)?(?:docker|podman|containerd)\\.sock");

    /** What a disk holds, or the memory; all of {@code /dev} holds both, and what is written in a roundabout way may be either. */
    private static final Predicate<String> RAW_DEVICES = paths(
            "/(?:dev)?",
            "/(?:.*/)?\\.\\.?(?:/.*)?",
            "/dev/(?:[shv]d[a-z]|xvd|nvme|mmcblk|dm-|md|loop).*",
            "/dev/(?:k?mem|port|(?:block|disk|mapper)(?:/.*)?)");

    static Reach of(Isolation isolation, List<Volume> volumes) {
        var ways = Stream.of(
                        ways(isolation.capAdd(), STRONG::contains, Capability::text),
                        ways(
                                isolation.devices(),
                                device -> RAW_DEVICES.test(Volume.cleaned(device.host())),
                                Device::host),
                        ways(volumes, Reach::leadsOut, volume -> volume.source().orElseThrow()))
                .flatMap(found -> found)
                .collect(Collectors.toUnmodifiableSet());
        return new Reach(isolation.privileged() || isolation.capAdd().contains(ALL), ways);
    }

    static Reach of(LiveContainer container) {
        return of(container.isolation(), container.volumes());
    }

    private static <T> Stream<String> ways(Collection<T> things, Predicate<T> isOne, Function<T, String> word) {
        return things.stream().filter(isOne).map(word);
    }

    private static boolean leadsOut(Volume volume) {
        return volume.source()
                .filter(source -> ENGINES.test(source) || !volume.readOnly() && WRITABLE_FOLDERS.test(source))
                .isPresent();
    }

    private static Predicate<String> paths(String... grammars) {
        return Pattern.compile(String.join("|", grammars)).asMatchPredicate();
    }

    boolean isFar() {
        return isBeyond(NONE);
    }

    /** Whether there is a way that was not there before. */
    boolean isBeyond(Reach before) {
        return !before.everything && (everything || !before.ways.containsAll(ways));
    }
}
