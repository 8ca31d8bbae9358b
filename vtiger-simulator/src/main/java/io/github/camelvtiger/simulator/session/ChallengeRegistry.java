package io.github.camelvtiger.simulator.session;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import io.github.camelvtiger.simulator.store.CrmUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pending challenge of each user. There is only one: a new one replaces it. It is not used up by a login
 * ({@code webservice.md §3}).
 */
public final class ChallengeRegistry {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final SimulatorClock clock;
    private final Tokens tokens;
    private final Map<Long, Challenge> pending = new ConcurrentHashMap<>();

    public ChallengeRegistry(SimulatorClock clock, Tokens tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    Challenge issue(CrmUser user) {
        Instant now = clock.now();
        Challenge challenge = new Challenge(tokens.challenge(), now, now.plus(LIFETIME));
        pending.put(user.number(), challenge);
        return challenge;
    }

    Optional<Challenge> active(CrmUser user) {
        return Optional.ofNullable(pending.get(user.number()))
                .filter(challenge ->
                        challenge.expires().getEpochSecond() >= clock.now().getEpochSecond());
    }

    record Challenge(String token, Instant issued, Instant expires) {

        /** Without the token. */
        @Override
        public String toString() {
            return "challenge of " + issued;
        }
    }
}
