package dev.twinsync.os.packages;

import dev.twinsync.os.packages.Simulation.Arrival;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What kernels need on a {@code /boot} of its own. Beside what its package holds, each gets an initrd; those of the kernels that are there
 * say how large one of the same flavour is.
 */
record Kernels(Disks disks) {

    private static final String BOOT = "boot";
    private static final Pattern PACKAGE = Pattern.compile("linux-image-(\\d.*?)(-unsigned)?");
    private static final Pattern SYMBOLS = Pattern.compile(".*-dbg(sym)?");

    /** The release, {@code 6.1.0-9} or {@code 6.12.117+deb12}, and behind it the flavour: {@code amd64}, {@code cloud-amd64}. */
    private static final Pattern RELEASE = Pattern.compile("\\d+\\.\\d+[^-]*(?:-\\d+)?-(.+)");

    /** Of what a kernel has in {@code /boot}, in bytes. */
    private record Size(long image, long initrd) {

        long both() {
            return image + initrd;
        }

        /** An old one is there until the new one is complete, the image and the initrd one after the other. */
        long larger() {
            return Math.max(image, initrd);
        }
    }

    /** In bytes; empty: nobody can say, or there is none on a file system of its own. */
    OptionalLong needed(Simulation simulation) {
        boolean gives =
                simulation.removals().stream().anyMatch(name -> flavour(name).isPresent());
        if (gives || !disks.isOfItsOwn(BOOT)) {
            return OptionalLong.empty();
        }
        long stays = 0;
        long passes = 0;
        for (Arrival arrival : simulation.arrivals()) {
            var flavour = flavour(arrival.name());
            if (flavour.isPresent()) {
                var size = size(flavour.get());
                if (size.isEmpty()) {
                    return OptionalLong.empty();
                }
                if (arrival.replaced().isPresent()) {
                    passes = Math.max(passes, size.get().larger());
                } else {
                    stays += size.get().both();
                }
            }
        }
        return OptionalLong.of(stays + passes);
    }

    /** Empty: it is no kernel. */
    private static Optional<String> flavour(String name) {
        var kernel = PACKAGE.matcher(Part.plain(name));
        return kernel.matches() && !SYMBOLS.matcher(name).matches() ? flavourOf(kernel.group(1)) : Optional.empty();
    }

    private static Optional<String> flavourOf(String release) {
        var parts = RELEASE.matcher(release);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    /** Empty: none of this flavour is there to be measured. */
    private Optional<Size> size(String flavour) {
        var image = smallest("vmlinuz-", flavour);
        var initrd = smallest("initrd.img-", flavour);
        return image.isPresent() && initrd.isPresent()
                ? Optional.of(new Size(image.getAsLong(), initrd.getAsLong()))
                : Optional.empty();
    }

    private OptionalLong smallest(String prefix, String flavour) {
        return disks.smallest(
                BOOT,
                name -> name.startsWith(prefix)
                        && flavourOf(name.substring(prefix.length())).equals(Optional.of(flavour)));
    }
}
