package dev.twinsync.port;

class SimulatedRepoTest extends TwinRepoContract {

    private final SimulatedRepo repo = new SimulatedRepo(gate);

    @Override
    protected TwinRepo repo() {
        return repo;
    }
}
