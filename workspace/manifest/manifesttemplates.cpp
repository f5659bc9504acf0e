// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/manifest/manifesttemplates.h"

#include "workspace/yaml/yamltext.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

using Template = std::pair<QLatin1StringView, QLatin1StringView>;

// @ stands for the line of the namespace.
constexpr std::array Templates{
    Template{"Deployment"_L1,
             "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n@  labels:\n"
             "    app: web\nspec:\n  replicas: 2\n  selector:\n    matchLabels:\n      app: web\n"
             "  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n"
             "      containers:\n      - name: web\n        image: nginx:1.27\n        ports:\n"
             "        - name: http\n          containerPort: 80\n        readinessProbe:\n"
             "          httpGet:\n            path: /\n            port: http\n"
             "        resources:\n          requests:\n            cpu: 50m\n"
             "            memory: 64Mi\n          limits:\n            memory: 128Mi\n"_L1},
    Template{"Service"_L1,
             "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n@spec:\n  selector:\n"
             "    app: web\n  ports:\n  - name: http\n    port: 80\n    targetPort: http\n"_L1},
    Template{"ConfigMap"_L1,
             "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n@data:\n"
             "  LOG_LEVEL: info\n  app.properties: |\n    colour=blue\n    debug=false\n"_L1},
    Template{"Secret"_L1,
             "apiVersion: v1\nkind: Secret\nmetadata:\n  name: credentials\n@type: Opaque\n"
             "stringData:\n  username: someone\n  password: \"\"\n"_L1},
    Template{"Job"_L1,
             "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: once\n@spec:\n"
             "  backoffLimit: 2\n  ttlSecondsAfterFinished: 3600\n  template:\n    spec:\n"
             "      restartPolicy: Never\n      containers:\n      - name: main\n"
             "        image: busybox:1.36\n        command:\n        - sh\n        - -c\n"
             "        - echo done\n"_L1},
    Template{"CronJob"_L1,
             "apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: nightly\n@spec:\n"
             "  schedule: \"0 3 * * *\"\n  concurrencyPolicy: Forbid\n  jobTemplate:\n"
             "    spec:\n      template:\n        spec:\n          restartPolicy: Never\n"
             "          containers:\n          - name: main\n            image: busybox:1.36\n"
             "            command:\n            - sh\n            - -c\n"
             "            - echo good night\n"_L1},
    Template{"Ingress"_L1,
             "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\n@spec:\n"
             "  rules:\n  - host: web.example.org\n    http:\n      paths:\n      - path: /\n"
             "        pathType: Prefix\n        backend:\n          service:\n"
             "            name: web\n            port:\n              name: http\n"_L1},
    Template{"Namespace"_L1, "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team\n"_L1},
};

} // namespace

QStringList manifestTemplates()
{
    QStringList kinds;
    for (const auto &[kind, text] : Templates)
        kinds.append(kind);
    return kinds;
}

QString manifestTemplate(const QString &kind, const QString &nameSpace, bool batchV1)
{
    for (const auto &[name, text] : Templates) {
        if (kind != name)
            continue;
        auto manifest = QString(text).replace(
            u'@',
            nameSpace.isEmpty() ? QString()
                                : QString(u"  namespace: "_s + yamlScalar(nameSpace) + u'\n'));
        if (!batchV1 && kind == "CronJob"_L1)
            manifest.replace("batch/v1"_L1, "batch/v1beta1"_L1);
        return manifest;
    }
    return {};
}

} // namespace workspace
