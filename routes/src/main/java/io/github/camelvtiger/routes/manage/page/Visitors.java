package io.github.camelvtiger.routes.manage.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who has signed in, known by a cookie until the day's work is over or the application ends. */
final class Visitors {

    static final Duration STAY = Duration.ofHours(12);

    private final AccessToken token;
    private final InstantSource clock;
    private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();

    /**
     * One of them.
     *
     * @param formToken is in each form, so that no other site can send one
     */
    record Visitor(String formToken, Instant until) {

        boolean sent(String offered) {
            return formToken.equals(offered);
        }
    }

    Visitors(AccessToken token, InstantSource clock) {
        this.token = token;
        this.clock = clock;
    }

    /** @return the value of the cookie; empty for a wrong token */
    Optional<String> signIn(String offered) {
        if (!token.is(offered)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        visitors.values().removeIf(visitor -> visitor.until().isBefore(now));
        String cookie = AccessToken.random();
        visitors.put(cookie, new Visitor(AccessToken.random(), now.plus(STAY)));
        return Optional.of(cookie);
    }

    /** @param cookie null if none came */
    Optional<Visitor> find(String cookie) {
        return Optional.ofNullable(cookie).map(visitors::get).filter(visitor -> clock.instant()
                .isBefore(visitor.until()));
    }

    void signOut(String cookie) {
        if (cookie != null) {
            visitors.remove(cookie);
        }
    }
}
