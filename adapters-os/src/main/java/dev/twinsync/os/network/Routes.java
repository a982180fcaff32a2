package dev.twinsync.os.network;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The routes that lead out of the machine. */
record Routes(KernelTable kernel) {

    private static final String ANYWHERE = "00000000";
    private static final String ANYWHERE_6 = ANYWHERE.repeat(4);
    private static final int UP_BY_GATEWAY = 0x3;

    /** The gateways of the default routes, those of IPv6 with their interface: {@code fe80::1%eth0}. */
    List<String> gateways() throws IOException {
        var four = kernel.rows("route")
                .filter(row -> row[1].equals(ANYWHERE) && row[7].equals(ANYWHERE) && isByGateway(row[3]))
                .map(row -> KernelTable.addressInNumbers(row[2]));
        var six = kernel.rows("ipv6_route")
                .filter(row -> row[0].equals(ANYWHERE_6) && row[1].equals("00") && isByGateway(row[8]))
                .map(row -> KernelTable.address(row[4]) + "%" + row[9]);
        return Stream.concat(four, six).distinct().sorted().toList();
    }

    private static boolean isByGateway(String flags) {
        return (Integer.parseUnsignedInt(flags, 16) & UP_BY_GATEWAY) == UP_BY_GATEWAY;
    }
}
