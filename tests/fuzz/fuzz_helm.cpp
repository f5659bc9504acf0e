// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"
#include "fuzz/fuzzjson.h"

#include "kube/helm/helmmanifest.h"
#include "kube/helm/helmpayload.h"
#include "kube/helm/helmvalues.h"
#include "kube/helm/threeway.h"

#include <QJsonDocument>

namespace {

/// What we pack is unpacked as what it was.
void packAndUnpack(const QJsonObject &document)
{
    const auto again = kube::unpackHelmRelease(kube::packHelmRelease(document));
    fuzz::require(again.has_value(), "our own release can be read");
    fuzz::require(*again == document, "our own release is what it was made of");
}

/// A merge with itself changes nothing, and a patch leads where it says.
void merge(const QJsonObject &object)
{
    using kube::ListMerge;
    for (const auto lists : {ListMerge::ByKey, ListMerge::Replace}) {
        const auto once = kube::threeWayMerge({}, object, object, lists);
        const auto twice = kube::threeWayMerge(object, once, object, lists);
        fuzz::require(once == twice, "merging the same again changes nothing");
    }
    fuzz::require(kube::mergePatch(object, object).isEmpty(), "equal objects need no patch");
    kube::computedHelmValues(object, object);
}

void readParts(const QJsonObject &document)
{
    const auto release = kube::helmReleaseFrom(document);
    const auto documents = kube::readHelmManifest(release.manifest);
    for (const auto &one : documents)
        fuzz::require(one.problem.isEmpty() || one.object.isEmpty(), "a document is read or not");
    merge(kube::computedHelmValues(release.chartValues, release.values));
}

} // namespace

/// A release as it stands in a Secret (base64 of gzip of JSON), or values: bounded and refused with
/// a reason.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto bytes = fuzz::viewOf(data, size).toByteArray();
    const kube::HelmLimits limits{.unpacked = 4 * 1024 * 1024, .smallEnough = 256 * 1024};
    const auto document = kube::unpackHelmRelease(bytes, limits);
    if (document)
        readParts(*document);
    else
        fuzz::require(!document.error().message.isEmpty(), "a refusal has a reason");
    if (const auto object = fuzz::objectIn(bytes)) {
        packAndUnpack(*object);
        merge(*object);
    }
    kube::readHelmManifest(QString::fromUtf8(bytes));
    return 0;
}
