package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.verify.Repair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Puts records right by the feed of their module, so that what it brings meanwhile is not overwritten by what is older. */
final class FeedRepair implements Repair {

    private final Supplier<ModuleFeed> feed;

    /** @param feed of the module; made when it is needed */
    FeedRepair(Supplier<ModuleFeed> feed) {
        this.feed = feed;
    }

    @Override
    public void write(List<String> ids) {
        try {
            feed.get().writeAgain(ids);
        } catch (IOException e) {
            throw new UncheckedIOException(Sentence.of(e), e);
        }
    }

    @Override
    public void remove(List<String> ids) {
        try {
            for (String id : ids) {
                feed.get().write("deleted", id, Map.of("id", id), id.equals(ids.get(ids.size() - 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(Sentence.of(e), e);
        }
    }
}
