package dev.twinsync.os.network;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether those who answered before a change still do. */
final class Reachability {

    private static final int ECHO_MILLIS = 1000;
    private static final int MOST_PEERS = 8;

    /** Asks one address for a sign of life. */
    @FunctionalInterface
    interface Echo {
        boolean answers(String address);
    }

    /**
     * @param gateways the ways out that answer
     * @param peers whoever is logged in from elsewhere and answers
     */
    record Answering(List<String> gateways, List<String> peers) {
        /** What speaks for it, in words; empty: nobody answers. */
        String sign() {
            var all =
                    Stream.concat(gateways.stream(), peers.stream()).distinct().toList();
            return all.isEmpty() ? "" : String.join(" and ", all) + (all.size() == 1 ? " answers" : " answer");
        }
    }

    private final Routes routes;
    private final SshPeers ssh;
    private final Echo echo;

    Reachability(KernelTable kernel, Echo echo) {
        this.routes = new Routes(kernel);
        this.ssh = new SshPeers(kernel);
        this.echo = echo;
    }

    Reachability(KernelTable kernel) {
        this(kernel, Reachability::ping);
    }

    private static boolean ping(String address) {
        try {
            return InetAddress.getByName(address).isReachable(ECHO_MILLIS);
        } catch (IOException noWay) {
            return false;
        }
    }

    Answering now() throws IOException {
        return new Answering(
                answering(routes.gateways()),
                answering(ssh.addresses().stream().limit(MOST_PEERS).toList()));
    }

    private List<String> answering(List<String> addresses) {
        return addresses.parallelStream().filter(echo::answers).toList();
    }

    /**
     * What is lost, in words. Another gateway that answers is as good as the one before; a person who is logged in must
     * answer as before.
     */
    Optional<String> loss(Answering before) throws IOException {
        var silent = new ArrayList<>(before.peers());
        silent.removeIf(echo::answers);
        var others = new ArrayList<>(routes.gateways());
        others.removeAll(before.gateways());
        var gone = before.gateways().stream()
                .filter(gateway -> !echo.answers(gateway))
                .toList();
        if (!gone.isEmpty() && answering(others).isEmpty()) {
            silent.addAll(gone);
        }
        return silent.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" and ", silent.stream().distinct().toList())
                        + (silent.size() == 1 ? " does" : " do") + " not answer any more");
    }
}
