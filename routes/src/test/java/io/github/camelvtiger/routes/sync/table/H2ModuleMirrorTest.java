package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.routes.sync.store.StoreAddress;

class H2ModuleMirrorTest extends ModuleMirrorContract {

    @Override
    StoreAddress address() {
        return StoreAddress.files(directory.resolve("warehouse"), "warehouse");
    }
}
