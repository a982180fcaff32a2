package dev.twinsync.os.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What has the network of a machine where NetworkManager does not run.
 *
 * @param root {@code /}
 */
record Instead(Path root) {

    private static final String NETWORKD = "systemd-networkd";
    private static final int KERNEL_KEEPS = 15;

    /** What to say of it, with the remedy. */
    String inWords() {
        if (runs(NETWORKD)) {
            return NetworkBus.NOT_RUNNING + "; " + NETWORKD + " has the network of this machine"
                    + (isByNetplan() ? ", as /etc/netplan says" : "") + ", and twin leaves that alone";
        }
        return Files.exists(root.resolve("usr/sbin/NetworkManager"))
                ? NetworkBus.NOT_RUNNING + "; start it: sudo systemctl start NetworkManager"
                : NetworkBus.NOT_RUNNING + ", as it is not installed; run: sudo apt-get install network-manager";
    }

    private boolean isByNetplan() {
        try (var files = Files.newDirectoryStream(root.resolve("etc/netplan"), "*.yaml")) {
            return files.iterator().hasNext();
        } catch (IOException none) {
            return false;
        }
    }

    private boolean runs(String program) {
        var name = program.substring(0, Math.min(program.length(), KERNEL_KEEPS));
        try (var processes = Files.newDirectoryStream(root.resolve("proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (isCalled(process, name)) {
                    return true;
                }
            }
            return false;
        } catch (IOException none) {
            return false;
        }
    }

    /** A process that has ended meanwhile is called nothing. */
    private static boolean isCalled(Path process, String name) {
        try {
            return Files.readString(process.resolve("comm")).strip().equals(name);
        } catch (IOException ended) {
            return false;
        }
    }
}
