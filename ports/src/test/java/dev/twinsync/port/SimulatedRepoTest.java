package dev.twinsync.port;

class SimulatedRepoTest extends TwinRepoContract {

    private final SimulatedRepo repo = new SimulatedRepo();

    @Override
    protected TwinRepo repo() {
        return repo;
    }
}
