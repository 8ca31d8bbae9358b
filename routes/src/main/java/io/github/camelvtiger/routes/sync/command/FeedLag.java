package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.routes.sync.command.SyncWork.FeedState;
import io.github.camelvtiger.routes.sync.run.RoughTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How far the feeds of a sync are behind their CRM, in words. */
public final class FeedLag {

    private FeedLag() {}

    /** Empty for a sync without feeds. */
    public static Optional<String> text(List<FeedState> feeds) {
        if (feeds.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        names(feeds, feed -> lag(feed) > 0)
                .ifPresent(modules -> parts.add("lags "
                        + RoughTime.of(Duration.ofSeconds(
                                feeds.stream().mapToLong(FeedLag::lag).max().orElseThrow()))
                        + " behind (" + modules + ")"));
        names(feeds, FeedState::loading)
                .ifPresent(modules -> parts.add("still loads what there was (" + modules + ")"));
        feeds.stream().flatMap(feed -> feed.fault().stream()).forEach(parts::add);
        names(feeds, feed -> feed.readUpTo().isEmpty() && feed.fault().isEmpty())
                .ifPresent(modules -> parts.add("has not begun (" + modules + ")"));
        if (parts.isEmpty() && feeds.stream().allMatch(feed -> feed.lagSeconds().isPresent())) {
            parts.add("level with the CRM");
        }
        feeds.stream()
                .flatMap(feed -> feed.readUpTo().stream())
                .min(Instant::compareTo)
                .ifPresent(time -> parts.add("read up to " + Times.second(time)));
        return Optional.of(String.join(", ", parts));
    }

    private static long lag(FeedState feed) {
        return feed.lagSeconds().orElse(0);
    }

    private static Optional<String> names(List<FeedState> feeds, Predicate<FeedState> which) {
        String names = feeds.stream().filter(which).map(FeedState::module).collect(Collectors.joining(", "));
        return Optional.of(names).filter(text -> !text.isEmpty());
    }
}
