package dev.twinsync.port;

import dev.twinsync.domain.network.LiveProfile;
import dev.twinsync.domain.network.NetworkAction;

/** What keeps the machine on its networks: NetworkManager. */
public interface Network extends Backend<LiveProfile, NetworkAction> {}
