package dev.twinsync.domain.network;

import dev.twinsync.domain.Action;

/** What NetworkManager can be asked to do with one profile. All of them are done at once, and taken back at once. */
public sealed interface NetworkAction extends Action {

    ProfileUuid uuid();

    /** What the profile is called, after the change where it is changed. */
    ProfileName id();

    @Override
    default String key() {
        return uuid().text();
    }

    @Override
    default Stage stage() {
        return Stage.NETWORK;
    }

    @Override
    default Risk risk() {
        return Risk.HIGH;
    }

    /** @param secrets where the secrets are to be taken from when it is done */
    record Add(Profile profile, SecretFiles secrets) implements NetworkAction {
        @Override
        public ProfileUuid uuid() {
            return profile.uuid();
        }

        @Override
        public ProfileName id() {
            return profile.id();
        }

        @Override
        public String op() {
            return "add";
        }

        @Override
        public Risk risk() {
            return Risk.MEDIUM;
        }

        @Override
        public Undo undo() {
            return Undo.EXACT;
        }
    }

    /**
     * Another content for a profile that is there, which keeps the secrets that are not named here.
     *
     * @param profile all that it is to be
     * @param secrets where those are to be taken from that are put in anew; what they replace is gone
     */
    record Change(Profile profile, SecretFiles secrets) implements NetworkAction {
        @Override
        public ProfileUuid uuid() {
            return profile.uuid();
        }

        @Override
        public ProfileName id() {
            return profile.id();
        }

        @Override
        public String op() {
            return "change";
        }

        @Override
        public Undo undo() {
            return secrets.equals(SecretFiles.NONE) ? Undo.EXACT : Undo.BEST_EFFORT;
        }
    }

    /** @param losesSecrets whether it may hold secrets, which no plan brings back */
    record Remove(ProfileUuid uuid, ProfileName id, boolean losesSecrets) implements NetworkAction {
        @Override
        public String op() {
            return "remove";
        }

        @Override
        public boolean takesAway() {
            return true;
        }

        @Override
        public Undo undo() {
            return losesSecrets ? Undo.BEST_EFFORT : Undo.EXACT;
        }
    }
}
