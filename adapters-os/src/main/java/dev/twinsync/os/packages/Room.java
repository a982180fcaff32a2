package dev.twinsync.os.packages;

import dev.twinsync.os.Answer;
import dev.twinsync.os.packages.Disks.Disk;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether what arrives has room. apt looks whether the archives have, and nobody whether what is in them has: dpkg finds that out in the
 * middle of a package, and leaves that broken. Only what is bound to fail counts; where packages put their files is not known before.
 */
record Room(Tools tools, Disks disks) {

    private static final List<String> FILES_GO_TO = List.of("", "usr", "var", "opt");

    /**
     * What is missing and what to do, in a sentence; empty: it may fit. How much is free is not said: it is another number a moment later,
     * and a plan in which another sentence stands is another plan.
     */
    Answer<Optional<String>> lack(Simulation simulation, List<Part> arriving) {
        var ofKernels = lackForKernels(simulation);
        return ofKernels.isPresent() ? new Answer.Given<>(ofKernels) : lackForFiles(simulation, arriving);
    }

    private Answer<Optional<String>> lackForFiles(Simulation simulation, List<Part> arriving) {
        var free = freeForFiles();
        var sizes = new HashMap<String, Long>();
        arriving.forEach(part -> sizes.merge(part.key(), part.kib(), Math::max));
        long brought = sum(sizes.values().stream());
        if (free.isEmpty() || brought <= free.get() || dpkg().leaveFilesOut()) {
            return new Answer.Given<>(Optional.empty());
        }
        return given(simulation)
                .map(given -> Optional.of(brought - given)
                        .filter(grows -> grows > free.get())
                        .map(grows -> "what would be installed takes " + mib(grows)
                                + " more than what is there now, and so much is not free (see: df -h);"
                                + " make room first, as by: sudo apt-get clean"));
    }

    private DpkgSettings dpkg() {
        return new DpkgSettings(disks.root().resolve("etc/dpkg"));
    }

    /** In KiB, of all file systems that files of packages may be on. */
    private Optional<Long> freeForFiles() {
        var free = new HashMap<Object, Long>();
        for (String place : FILES_GO_TO) {
            if (disks.has(place)) {
                var disk = disks.at(place);
                if (disk.isEmpty()) {
                    return Optional.empty();
                }
                free.put(disk.get().id(), disk.get().free() >> 10);
            }
        }
        return Optional.of(sum(free.values().stream()));
    }

    /** What the versions take that go, in KiB. */
    private Answer<Long> given(Simulation simulation) {
        var going = Stream.concat(
                        simulation.arrivals().stream()
                                .filter(arrival -> arrival.replaced().isPresent())
                                .map(Simulation.Arrival::name),
                        simulation.removals().stream())
                .toList();
        return going.isEmpty()
                ? new Answer.Given<>(0L)
                : tools.ask("dpkg-query", List.of("--show", "--showformat=${Installed-Size}\\n"), going)
                        .map(text -> sum(text.lines().map(Part::kib)));
    }

    private Optional<String> lackForKernels(Simulation simulation) {
        var needed = new Kernels(disks).needed(simulation);
        var free = disks.at("boot").map(Disk::free);
        return needed.isPresent() && free.isPresent() && needed.getAsLong() > free.get()
                ? Optional.of(
                        "the kernel that would be installed needs about " + mib(needed.getAsLong() >> 10)
                                + " in /boot, and so much is not free there (see: df -h /boot); make room first by the removal of"
                                + " kernels that are not used any more (which: dpkg --list 'linux-image-*'; which one runs: uname -r)")
                : Optional.empty();
    }

    private static long sum(Stream<Long> numbers) {
        return numbers.mapToLong(Long::longValue).sum();
    }

    private static String mib(long kib) {
        return ((kib + 1023) >> 10) + " MiB";
    }
}
