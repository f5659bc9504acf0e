<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>app</name>
    <message>
        <source>demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>my yard</source>
        <translation>我的 Yard</translation>
    </message>
    <message>
        <source>This is the demo cluster: nothing here is real. Give --kubeconfig or make a ~/.kube/config to see yours.</source>
        <translation>这是演示集群，这里的一切都不是真实的。使用 --kubeconfig 或创建 ~/.kube/config 即可查看您自己的集群。</translation>
    </message>
    <message>
        <source>No kubeconfig found: showing the demo cluster.
</source>
        <translation>未找到 kubeconfig：将显示演示集群。
</translation>
    </message>
    <message>
        <source>Prints this and ends.</source>
        <translation>显示此帮助并退出。</translation>
    </message>
    <message>
        <source>Prints the version and ends.</source>
        <translation>显示版本并退出。</translation>
    </message>
    <message>
        <source>The kubeconfig to use instead of $KUBECONFIG or ~/.kube/config.</source>
        <translation>要使用的 kubeconfig，代替 $KUBECONFIG 或 ~/.kube/config。</translation>
    </message>
    <message>
        <source>The context to begin with.</source>
        <translation>启动时使用的上下文。</translation>
    </message>
    <message>
        <source>The namespace where --open names none.</source>
        <translation>--open 未指定时使用的命名空间。</translation>
    </message>
    <message>
        <source>Opens a collection or an object: kind[/namespace[/name]][:view], for example pods, deploy/shop or pod/shop/web-1:logs. May be given more than once.</source>
        <translation>打开一个列表或对象：kind[/namespace[/name]][:view]，例如 pods、deploy/shop 或 pod/shop/web-1:logs。可多次指定。</translation>
    </message>
    <message>
        <source>Starts a demo cluster and shows it.</source>
        <translation>启动并显示演示集群。</translation>
    </message>
    <message>
        <source>The file that keeps the yard.</source>
        <translation>保存 Yard 的文件。</translation>
    </message>
    <message>
        <source>Uses the light theme.</source>
        <translation>使用浅色主题。</translation>
    </message>
    <message>
        <source>The zoom to begin with, 0.16 to 2.2.</source>
        <translation>初始缩放，0.16 到 2.2。</translation>
    </message>
    <message>
        <source>The size of the window, for example 1600x1000.</source>
        <translation>窗口大小，例如 1600x1000。</translation>
    </message>
    <message>
        <source>Writes a picture once everything is shown, and ends.</source>
        <translation>全部内容显示后保存一张截图并退出。</translation>
    </message>
    <message>
        <source>“%1” is not understood. krateyard --help lists what is.</source>
        <translation>无法识别“%1”。krateyard --help 列出可用的选项。</translation>
    </message>
    <message>
        <source>--zoom wants a number from 0.16 to 2.2.</source>
        <translation>--zoom 需要一个 0.16 到 2.2 之间的数字。</translation>
    </message>
    <message>
        <source>--size wants width and height, for example 1600x1000.</source>
        <translation>--size 需要宽度和高度，例如 1600x1000。</translation>
    </message>
    <message>
        <source>Work on Kubernetes clusters on one large canvas.

  krateyard                the desktop
  krateyard demo           a demo cluster to try it on
  krateyard relay          a server without a screen</source>
        <translation>在一张大画布上操作 Kubernetes 集群。

  krateyard                桌面应用
  krateyard demo           供试用的演示集群
  krateyard relay          不带界面的服务器</translation>
    </message>
    <message>
        <source>%1 has no contexts. Choose another file with --kubeconfig, or try --demo.</source>
        <translation>%1 中没有上下文。请用 --kubeconfig 选择其他文件，或尝试 --demo。</translation>
    </message>
    <message>
        <source>%1 has no context “%2”. Used is “%3”.</source>
        <translation>%1 中没有上下文“%2”。将使用“%3”。</translation>
    </message>
</context>
<context>
    <name>app::DemoCluster</name>
    <message>
        <source>The demo cluster could not be started: %1</source>
        <translation>无法启动演示集群：%1</translation>
    </message>
    <message>
        <source>The demo cluster ended before it was ready.</source>
        <translation>演示集群在就绪之前就结束了。</translation>
    </message>
</context>
<context>
    <name>app::Screenshot</name>
    <message>
        <source>The picture could not be written to %1.</source>
        <translation>无法将截图写入 %1。</translation>
    </message>
</context>
<context>
    <name>workspace</name>
    <message>
        <source>The cluster cannot be reached. Krateyard keeps trying.</source>
        <translation>无法连接到集群。Krateyard 会继续尝试。</translation>
    </message>
    <message>
        <source>The cluster does not answer. Krateyard keeps trying.</source>
        <translation>集群没有响应。Krateyard 会继续尝试。</translation>
    </message>
    <message>
        <source>The secure connection was refused: %1</source>
        <translation>安全连接被拒绝：%1</translation>
    </message>
    <message>
        <source>The cluster did not accept your sign-in. Renew the credentials of this context, then try again.</source>
        <translation>集群不接受您的登录。请更新此上下文的凭据，然后重试。</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>您没有执行此操作的权限。</translation>
    </message>
    <message>
        <source>You are not allowed to: %1</source>
        <translation>您没有以下权限：%1</translation>
    </message>
    <message>
        <source>The object does not exist any more.</source>
        <translation>该对象已不存在。</translation>
    </message>
    <message>
        <source>Someone else changed the object first.</source>
        <translation>其他人已先修改了该对象。</translation>
    </message>
    <message>
        <source>The cluster no longer has this version.</source>
        <translation>集群已不再保留此版本。</translation>
    </message>
    <message>
        <source>The cluster found a mistake in the request: %1</source>
        <translation>集群发现请求有误：%1</translation>
    </message>
    <message>
        <source>The cluster is busy and asked to wait.</source>
        <translation>集群繁忙，要求稍候。</translation>
    </message>
    <message>
        <source>The cluster has a fault of its own: %1</source>
        <translation>集群自身发生故障：%1</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer makes no sense. Is something in between?</source>
        <translation>无法理解集群的响应。中间是否有代理？</translation>
    </message>
    <message>
        <source>The cluster refused: %1</source>
        <translation>集群拒绝了请求：%1</translation>
    </message>
    <message>
        <source>no context</source>
        <translation>无上下文</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>The certificate of this cluster is not checked (insecure-skip-tls-verify): anybody in between can read along.</source>
        <translation>不检查此集群的证书 (insecure-skip-tls-verify)：中间的任何人都可以窃听。</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>%1 %2 has no pod now.</source>
        <translation>%1 %2 目前没有 Pod。</translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n 个故障</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n degraded</source>
        <translation>
            <numerusform>%n 个降级</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n 个等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>“%1” names no kind. Write kind/namespace/name, for example pod/shop/web-1:logs.</source>
        <translation>“%1”没有指明类型。请写成 kind/namespace/name，例如 pod/shop/web-1:logs。</translation>
    </message>
    <message>
        <source>“%1” names a view but no object. Write kind/namespace/name:view.</source>
        <translation>“%1”指定了视图但没有指定对象。请写成 kind/namespace/name:view。</translation>
    </message>
    <message>
        <source>The cluster of context “%1” knows no kind “%2”.</source>
        <translation>上下文“%1”的集群没有类型“%2”。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Read every 10 s</source>
        <translation>每 10 秒读取一次</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Connecting again…</source>
        <translation>正在重新连接…</translation>
    </message>
    <message>
        <source>Deleted; this was its last state</source>
        <translation>已删除；这是其最后状态</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Reading %1 %2…</source>
        <translation>正在读取 %1 %2…</translation>
    </message>
    <message>
        <source>%1 %2 cannot be shown</source>
        <translation>无法显示 %1 %2</translation>
    </message>
    <message>
        <source>Context “%1” (%2): %3 does not answer (%4). Is it running, is the network or VPN up? Krateyard keeps trying.</source>
        <translation>上下文“%1” (%2)：%3 没有响应 (%4)。它在运行吗？网络或 VPN 是否已连接？Krateyard 会继续尝试。</translation>
    </message>
    <message>
        <source>Context “%1” (%2): %3</source>
        <translation>上下文“%1” (%2)：%3</translation>
    </message>
</context>
<context>
    <name>workspace::CollectionContent</name>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Last heard %1 ago</source>
        <translation>上次收到消息：%1 前</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failing</source>
        <translation>
            <numerusform>%Ln 个故障</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <translation>
            <numerusform>%Ln 个需要关注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending</source>
        <translation>
            <numerusform>%Ln 个等待中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>showing %Ln</source>
        <translation>
            <numerusform>显示 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>You may not list %1 in all namespaces</source>
        <translation>您无权列出所有命名空间中的 %1</translation>
    </message>
    <message>
        <source>Open %1 of one namespace that you have access to instead.</source>
        <translation>请改为打开您有权访问的某个命名空间中的 %1。</translation>
    </message>
    <message>
        <source>You may not list %1 here</source>
        <translation>您无权在此列出 %1</translation>
    </message>
    <message>
        <source>%1 cannot be listed</source>
        <translation>无法列出 %1</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>There are no %1</source>
        <translation>没有 %1</translation>
    </message>
    <message>
        <source>There are no %1 in %2</source>
        <translation>%2 中没有 %1</translation>
    </message>
    <message>
        <source>New ones appear here by themselves.</source>
        <translation>新对象会自动出现在这里。</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>没有匹配项</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln objects fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>%Ln 个对象均不符合筛选条件。按 Esc 清除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter, ns:name, label:app=web</source>
        <translation>筛选，ns:name，label:app=web</translation>
    </message>
</context>
<context>
    <name>workspace::CollectionModel</name>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
</context>
<context>
    <name>workspace::ContentMaker</name>
    <message>
        <source>Connecting to %1…</source>
        <translation>正在连接 %1…</translation>
    </message>
    <message>
        <source>Your kubeconfig has no context “%1”. Add it, or close this window.</source>
        <translation>您的 kubeconfig 中没有上下文“%1”。请添加它，或关闭此窗口。</translation>
    </message>
    <message>
        <source>This window has no object.</source>
        <translation>此窗口没有对象。</translation>
    </message>
    <message>
        <source>%1 does not know the kind %2 (%3).</source>
        <translation>%1 没有类型 %2 (%3)。</translation>
    </message>
    <message>
        <source>Looking for the pod…</source>
        <translation>正在查找 Pod…</translation>
    </message>
    <message>
        <source>%1 does not know the kind %2.</source>
        <translation>%1 没有类型 %2。</translation>
    </message>
</context>
<context>
    <name>workspace::DescribeContent</name>
    <message>
        <source>Description of %1 %2</source>
        <translation>%1 %2 的描述</translation>
    </message>
</context>
<context>
    <name>workspace::Kinds</name>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>Describe</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
</context>
<context>
    <name>workspace::KratePainter</name>
    <message>
        <source>1 window</source>
        <translation>1 个窗口</translation>
    </message>
    <message numerus="yes">
        <source>%n windows</source>
        <translation>
            <numerusform>%n 个窗口</numerusform>
        </translation>
    </message>
    <message>
        <source>All namespaces</source>
        <translation>所有命名空间</translation>
    </message>
</context>
<context>
    <name>workspace::LogBar</name>
    <message>
        <source>Choose the container</source>
        <translation>选择容器</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Information and lines without a level</source>
        <translation>信息和没有级别的行</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>Filter lines  /</source>
        <translation>筛选行  /</translation>
    </message>
    <message>
        <source>Wrap long lines  W</source>
        <translation>长行换行  W</translation>
    </message>
    <message>
        <source>Time stamps  T</source>
        <translation>时间戳  T</translation>
    </message>
    <message>
        <source>Log before the last restart  O</source>
        <translation>上次重启之前的日志  O</translation>
    </message>
    <message>
        <source>Go on reading  P</source>
        <translation>继续读取  P</translation>
    </message>
    <message>
        <source>Pause  P</source>
        <translation>暂停  P</translation>
    </message>
</context>
<context>
    <name>workspace::LogContent</name>
    <message>
        <source>The container has not started yet.</source>
        <translation>容器尚未启动。</translation>
    </message>
    <message>
        <source>The log broke off. Reading on (attempt %1)…</source>
        <translation>日志中断。正在继续读取（第 %1 次尝试）…</translation>
    </message>
    <message>
        <source>Paused. P reads on.</source>
        <translation>已暂停。按 P 继续读取。</translation>
    </message>
    <message>
        <source>The log before the last restart. O shows the current one.</source>
        <translation>上次重启之前的日志。按 O 显示当前日志。</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>日志已结束。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>显示 %1 行</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Show only lines with…</source>
        <translation>仅显示包含以下内容的行…</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>继续读取</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 行</translation>
    </message>
    <message>
        <source>Newest line</source>
        <translation>最新一行</translation>
    </message>
    <message>
        <source>No line matches.</source>
        <translation>没有匹配的行。</translation>
    </message>
    <message>
        <source>Nothing has been logged.</source>
        <translation>尚无日志。</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>正在读取日志…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Waiting for the container</source>
        <translation>正在等待容器</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Connecting again (%1)…</source>
        <translation>正在重新连接 (%1)…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message numerus="yes">
        <source>Log of %1, %n line(s): %2</source>
        <translation>
            <numerusform>%1 的日志，%n 行：%2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::MainWindow</name>
    <message>
        <source>Krateyard</source>
        <translation>Krateyard</translation>
    </message>
    <message>
        <source>Fit all krates into view</source>
        <translation>显示所有 Krate</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Change between dark and light</source>
        <translation>切换深色和浅色</translation>
    </message>
    <message>
        <source>Read the kubeconfig again</source>
        <translation>重新读取 kubeconfig</translation>
    </message>
    <message>
        <source>Quit Krateyard</source>
        <translation>退出 Krateyard</translation>
    </message>
    <message>
        <source>Use context %1</source>
        <translation>使用上下文 %1</translation>
    </message>
</context>
<context>
    <name>workspace::NoticeBar</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>workspace::Overlays</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Drag to pan</source>
        <translation>拖动以平移</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Wheel to zoom</source>
        <translation>滚轮缩放</translation>
    </message>
    <message>
        <source>Z</source>
        <translation>Z</translation>
    </message>
    <message>
        <source>Maximise</source>
        <translation>最大化</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>This yard is empty</source>
        <translation>这个 Yard 是空的</translation>
    </message>
    <message>
        <source>Press / to open something: a pod, a deployment, a whole namespace.</source>
        <translation>按 / 打开内容：Pod、Deployment 或整个命名空间。</translation>
    </message>
    <message>
        <source>Or just begin to type its name.</source>
        <translation>或者直接输入名称。</translation>
    </message>
</context>
<context>
    <name>workspace::ShellBar</name>
    <message>
        <source>Reconnect</source>
        <translation>重新连接</translation>
    </message>
</context>
<context>
    <name>workspace::ShellContent</name>
    <message>
        <source>Container %1</source>
        <translation>容器 %1</translation>
    </message>
    <message>
        <source>The connection is too slow: what was typed did not fit.</source>
        <translation>连接太慢：输入内容未能全部发送。</translation>
    </message>
    <message>
        <source>This container has no shell.</source>
        <translation>此容器没有 Shell。</translation>
    </message>
    <message>
        <source>The connection to the shell was lost.</source>
        <translation>与 Shell 的连接已断开。</translation>
    </message>
    <message>
        <source>The shell has ended.</source>
        <translation>Shell 已结束。</translation>
    </message>
    <message>
        <source>The shell has ended with exit code %1.</source>
        <translation>Shell 已结束，退出码 %1。</translation>
    </message>
    <message>
        <source>Starting a shell…</source>
        <translation>正在启动 Shell…</translation>
    </message>
    <message>
        <source>Exit code %1.</source>
        <translation>退出码 %1。</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Shell in %1: %2</source>
        <translation>%1 中的 Shell：%2</translation>
    </message>
</context>
<context>
    <name>workspace::SpotlightPanel</name>
    <message>
        <source>Nothing found</source>
        <translation>未找到任何内容</translation>
    </message>
    <message>
        <source>No name has these letters in this order.</source>
        <translation>没有名称按此顺序包含这些字母。</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>输入以搜索</translation>
    </message>
    <message>
        <source>A kind such as pod or svc and Tab narrows it down.</source>
        <translation>输入 pod 或 svc 等类型后按 Tab 可缩小范围。</translation>
    </message>
    <message>
        <source>Tab: only %1</source>
        <translation>Tab：仅 %1</translation>
    </message>
    <message>
        <source>Opened recently</source>
        <translation>最近打开</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter open   Alt+Y YAML   Alt+D describe   Alt+L logs   Alt+S shell   Esc close</source>
        <translation>Enter 打开   Alt+Y YAML   Alt+D Describe   Alt+L 日志   Alt+S Shell   Esc 关闭</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>Spotlight</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Find objects, krates, namespaces, commands</source>
        <translation>查找对象、Krate、命名空间、命令</translation>
    </message>
    <message>
        <source>Find a %1</source>
        <translation>查找 %1</translation>
    </message>
</context>
<context>
    <name>workspace::TextPane</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>workspace::TopBar</name>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Search   /</source>
        <translation>搜索   /</translation>
    </message>
    <message>
        <source>Find and open anything (/)</source>
        <translation>查找并打开任何内容 (/)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Change between dark and light</source>
        <translation>切换深色和浅色</translation>
    </message>
    <message>
        <source>No cluster ▾</source>
        <translation>无集群 ▾</translation>
    </message>
    <message>
        <source>Choose the cluster that new krates show</source>
        <translation>选择新 Krate 显示的集群</translation>
    </message>
    <message numerus="yes">
        <source>%n krate(s)</source>
        <translation>
            <numerusform>%n 个 Krate</numerusform>
        </translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Cluster %1, user %2, namespace %3</source>
        <translation>集群 %1，用户 %2，命名空间 %3</translation>
    </message>
    <message>
        <source>No contexts in %1</source>
        <translation>%1 中没有上下文</translation>
    </message>
</context>
<context>
    <name>workspace::WindowPainter</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
</context>
<context>
    <name>workspace::YamlContent</name>
    <message numerus="yes">
        <source>YAML of %1 %2, %n lines</source>
        <translation>
            <numerusform>%1 %2 的 YAML，%n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::YardActions</name>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>切换到 %1</translation>
    </message>
    <message>
        <source>Resize window</source>
        <translation>调整窗口大小</translation>
    </message>
    <message>
        <source>Move krate</source>
        <translation>移动 Krate</translation>
    </message>
    <message>
        <source>Minimise krate</source>
        <translation>最小化 Krate</translation>
    </message>
    <message>
        <source>Expand krate</source>
        <translation>展开 Krate</translation>
    </message>
    <message>
        <source>Dismiss krate</source>
        <translation>关闭 Krate</translation>
    </message>
</context>
<context>
    <name>workspace::YardCanvas</name>
    <message>
        <source>Yard</source>
        <translation>Yard</translation>
    </message>
    <message>
        <source>The canvas with krates and their windows. Press / to search.</source>
        <translation>包含 Krate 及其窗口的画布。按 / 搜索。</translation>
    </message>
</context>
<context>
    <name>workspace::YardFile</name>
    <message>
        <source>The yard&apos;s file is no JSON object: %1.</source>
        <translation>Yard 文件不是 JSON 对象：%1。</translation>
    </message>
    <message>
        <source>The yard&apos;s file has version %1, which this program does not know.</source>
        <translation>Yard 文件的版本为 %1，本程序不支持。</translation>
    </message>
    <message numerus="yes">
        <source>%n krates could not be read.</source>
        <translation>
            <numerusform>无法读取 %n 个 Krate。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n windows could not be read.</source>
        <translation>
            <numerusform>无法读取 %n 个窗口。</numerusform>
        </translation>
    </message>
    <message>
        <source>The yard&apos;s file %1 cannot be read.</source>
        <translation>无法读取 Yard 文件 %1。</translation>
    </message>
    <message>
        <source>The file as it was is kept as %1.</source>
        <translation>原文件已保留为 %1。</translation>
    </message>
    <message>
        <source>The yard could not be saved: %1.</source>
        <translation>无法保存 Yard：%1。</translation>
    </message>
</context>
</TS>
