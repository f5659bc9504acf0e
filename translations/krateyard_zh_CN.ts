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
    <message>
        <source>Signed in until %1; renewed by itself.</source>
        <translation>登录有效期至 %1，会自动续期。</translation>
    </message>
    <message>
        <source>Signed in until %1.</source>
        <translation>登录有效期至 %1。</translation>
    </message>
    <message>
        <source>Signed in until %1, and nothing renews it.</source>
        <translation>登录有效期至 %1，不会自动续期。</translation>
    </message>
    <message>
        <source>Your sign-in to “%1” ends at %2 and nothing renews it. Get new credentials where you got these, and put them into %3.</source>
        <translation>您对“%1”的登录将于 %2 失效，且不会自动续期。请从获取当前凭据的地方获取新凭据，并写入 %3。</translation>
    </message>
    <message>
        <source>The sign-in ended at %1.</source>
        <translation>登录已于 %1 失效。</translation>
    </message>
    <message>
        <source>Your sign-in to “%1” ended at %2. Get new credentials where you got the old ones, and put them into %3.</source>
        <translation>您对“%1”的登录已于 %2 失效。请从获取旧凭据的地方获取新凭据，并写入 %3。</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 条警告</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workspace::Changes</name>
    <message numerus="yes">
        <source>and %n more field(s)</source>
        <translation>
            <numerusform>另有 %n 个字段</numerusform>
        </translation>
    </message>
    <message>
        <source>added</source>
        <translation>已添加</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(无)</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n 个字段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older change(s) are not kept.</source>
        <translation>
            <numerusform>%n 处更早的更改未保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen since %1, when this object was opened.</source>
        <translation>自 %1 打开此对象时开始观察。</translation>
    </message>
</context>
<context>
    <name>workspace::ChangesContent</name>
    <message>
        <source>No change since %1</source>
        <translation>自 %1 以来没有更改</translation>
    </message>
    <message>
        <source>That is when this window was opened. What changes from now on appears here by itself, field by field.</source>
        <translation>此窗口是在那时打开的。此后的更改会逐个字段自动出现在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of %1 %2</source>
        <translation>
            <numerusform>%1 %2 的 %n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes of %1 %2</source>
        <translation>%1 %2 的更改</translation>
    </message>
</context>
<context>
    <name>workspace::CollectionContent</name>
    <message>
        <source>Last heard %1 ago</source>
        <translation>上次收到消息：%1 前</translation>
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
    <message>
        <source>no access to %1</source>
        <translation>无权访问 %1</translation>
    </message>
    <message>
        <source>Choose namespaces that you have access to: the button above, or Alt+N.</source>
        <translation>请选择您有权访问的命名空间：使用上方按钮或 Alt+N。</translation>
    </message>
</context>
<context>
    <name>workspace::CollectionModel</name>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message numerus="yes">
        <source>%L1, %Ln failing</source>
        <translation>
            <numerusform>%L1，%Ln 个故障</numerusform>
        </translation>
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
    <name>workspace::EventContent</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln 个事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln 条警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>showing %Ln</source>
        <translation>
            <numerusform>显示 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>You may not see the events of all namespaces</source>
        <translation>您无权查看所有命名空间的事件</translation>
    </message>
    <message>
        <source>The events cannot be read</source>
        <translation>无法读取事件</translation>
    </message>
    <message>
        <source>Reading events…</source>
        <translation>正在读取事件…</translation>
    </message>
    <message>
        <source>Nothing has happened lately</source>
        <translation>最近没有事件</translation>
    </message>
    <message>
        <source>Clusters forget events, mostly after an hour. New ones appear here by themselves.</source>
        <translation>集群会清除事件，通常在一小时后。新事件会自动出现在这里。</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>没有匹配项</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln event(s) fits the filter. Escape clears it.</source>
        <translation>
            <numerusform>%Ln 个事件均不符合筛选条件。按 Esc 清除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s), first %1, last %2; says %3</source>
        <translation>
            <numerusform>%Ln 次，首次 %1，最近 %2；来自 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; says %2</source>
        <translation>%1；来自 %2</translation>
    </message>
    <message>
        <source>Filter by reason, object, message</source>
        <translation>按原因、对象、消息筛选</translation>
    </message>
    <message>
        <source>×%L1 in %2</source>
        <translation>%2 内 ×%L1</translation>
    </message>
    <message>
        <source>Choose namespaces that you have access to: the button above, or Alt+N.</source>
        <translation>请选择您有权访问的命名空间：使用上方按钮或 Alt+N。</translation>
    </message>
</context>
<context>
    <name>workspace::EventModel</name>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
</context>
<context>
    <name>workspace::Health</name>
    <message numerus="yes">
        <source>%n node(s) not ready</source>
        <translation>
            <numerusform>%n 个节点未就绪</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failing</source>
        <translation>
            <numerusform>%Ln 个故障</numerusform>
        </translation>
    </message>
    <message>
        <source>The nodes may not be seen.</source>
        <translation>您无权查看节点。</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s), all ready.</source>
        <translation>
            <numerusform>%n 个节点，全部就绪。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n node(s) not ready.</source>
        <translation>
            <numerusform>%n 个节点中有 %1 个未就绪。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) cordoned.</source>
        <translation>
            <numerusform>%n 个节点已停止调度。</numerusform>
        </translation>
    </message>
    <message>
        <source>Only nodes are counted while nothing of this cluster is open.</source>
        <translation>未打开此集群的任何内容时，只统计节点。</translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln object(s) that are open here is in trouble.</source>
        <translation>
            <numerusform>此处打开的 %Ln 个对象均无问题。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the %Ln object(s) that are open here: %1.</source>
        <translation>
            <numerusform>此处打开的 %Ln 个对象中：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is not open is not counted.</source>
        <translation>未打开的内容不计入。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n replica(s) are available.</source>
        <translation>
            <numerusform>%n 个副本中有 %1 个可用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A rollout is under way: %1 of %n replica(s) so far.</source>
        <translation>
            <numerusform>正在上线：目前已完成 %n 个副本中的 %1 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rollout got stuck: %1 of %n replica(s) are available and its deadline has passed.</source>
        <translation>
            <numerusform>上线停滞：%n 个副本中有 %1 个可用，且已超过期限。</numerusform>
        </translation>
    </message>
    <message>
        <source>A quota of the namespace forbids more pods.</source>
        <translation>命名空间的配额不允许创建更多 Pod。</translation>
    </message>
    <message>
        <source>The cluster refuses to make its pods.</source>
        <translation>集群拒绝创建其 Pod。</translation>
    </message>
    <message>
        <source>Its pods cannot be made.</source>
        <translation>无法创建其 Pod。</translation>
    </message>
    <message>
        <source>Its rollout is paused.</source>
        <translation>上线已暂停。</translation>
    </message>
    <message>
        <source>It is scaled to nothing.</source>
        <translation>已缩容到零。</translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) run on nodes where they should not.</source>
        <translation>
            <numerusform>%n 个 Pod 运行在不应运行的节点上。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n completion(s) so far.</source>
        <translation>
            <numerusform>目前已完成 %1 次，共需 %n 次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 completions so far, %n pod(s) failed.</source>
        <translation>
            <numerusform>目前已完成 %1 次，共需 %2 次，%n 个 Pod 失败。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The job gave up after %n failed pod(s).</source>
        <translation>
            <numerusform>Job 在 %n 个 Pod 失败后放弃。</numerusform>
        </translation>
    </message>
    <message>
        <source>The job took too long.</source>
        <translation>Job 运行时间过长。</translation>
    </message>
    <message>
        <source>The job failed.</source>
        <translation>Job 失败。</translation>
    </message>
    <message>
        <source>It is suspended.</source>
        <translation>已挂起。</translation>
    </message>
    <message>
        <source>Its last run did not succeed; the last that did was at %1.</source>
        <translation>最近一次运行未成功；上次成功是在 %1。</translation>
    </message>
    <message>
        <source>It has completed.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>It has no endpoints: no pod matches its selector %1.</source>
        <translation>没有端点：没有 Pod 匹配其选择器 %1。</translation>
    </message>
    <message numerus="yes">
        <source>It has no endpoints: none of the %n pod(s) that match is ready.</source>
        <translation>
            <numerusform>没有端点：匹配的 %n 个 Pod 均未就绪。</numerusform>
        </translation>
    </message>
    <message>
        <source>It waits for an address of a load balancer.</source>
        <translation>正在等待负载均衡器的地址。</translation>
    </message>
    <message>
        <source>It leads to Services that do not exist: %1.</source>
        <translation>指向不存在的 Service：%1。</translation>
    </message>
    <message>
        <source>Its volume cannot be provisioned.</source>
        <translation>无法制备其卷。</translation>
    </message>
    <message>
        <source>It gets its volume once a pod that uses it is scheduled.</source>
        <translation>使用它的 Pod 被调度后才会获得卷。</translation>
    </message>
    <message>
        <source>It waits for a volume.</source>
        <translation>正在等待卷。</translation>
    </message>
    <message>
        <source>It waits for a volume of class %1.</source>
        <translation>正在等待 %1 类的卷。</translation>
    </message>
    <message>
        <source>No volume fits it and it names no storage class.</source>
        <translation>没有合适的卷，且未指定存储类。</translation>
    </message>
    <message>
        <source>Its volume is gone.</source>
        <translation>其卷已不存在。</translation>
    </message>
    <message>
        <source>Its volume %1 is gone.</source>
        <translation>其卷 %1 已不存在。</translation>
    </message>
    <message>
        <source>It could not be reclaimed.</source>
        <translation>无法回收。</translation>
    </message>
    <message>
        <source>The claim %1 is deleted; the volume waits to be reclaimed.</source>
        <translation>申领 %1 已删除；卷正在等待回收。</translation>
    </message>
    <message>
        <source>The node is not ready.</source>
        <translation>节点未就绪。</translation>
    </message>
    <message>
        <source>The node has not been heard of since %1.</source>
        <translation>自 %1 起未再收到节点的消息。</translation>
    </message>
    <message>
        <source>The node is short of memory.</source>
        <translation>节点内存不足。</translation>
    </message>
    <message>
        <source>The node is short of disk space.</source>
        <translation>节点磁盘空间不足。</translation>
    </message>
    <message>
        <source>The node runs too many processes.</source>
        <translation>节点上的进程过多。</translation>
    </message>
    <message>
        <source>The node&apos;s network is not set up.</source>
        <translation>节点的网络尚未配置。</translation>
    </message>
    <message>
        <source>The node is cordoned: it takes no new pods.</source>
        <translation>节点已停止调度：不接受新的 Pod。</translation>
    </message>
    <message>
        <source>It is not %1.</source>
        <translation>未处于 %1 状态。</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>处于 %1 状态。</translation>
    </message>
    <message>
        <source>The namespace is being deleted.</source>
        <translation>命名空间正在删除。</translation>
    </message>
    <message>
        <source>It cannot scale.</source>
        <translation>无法扩缩。</translation>
    </message>
    <message numerus="yes">
        <source>It wants more than its maximum of %n replica(s).</source>
        <translation>
            <numerusform>所需副本数超过上限 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>It gets no metrics to scale by.</source>
        <translation>未获得用于扩缩的指标。</translation>
    </message>
    <message>
        <source>It allows no disruption now: %1 of the %2 pods it needs are healthy.</source>
        <translation>目前不允许任何干扰：所需的 %2 个 Pod 中有 %1 个健康。</translation>
    </message>
    <message>
        <source>It is used up: %1.</source>
        <translation>已用尽：%1。</translation>
    </message>
    <message>
        <source>Its kind is not served yet.</source>
        <translation>其类型尚未提供。</translation>
    </message>
    <message>
        <source>Its names are taken by another definition.</source>
        <translation>其名称已被另一个定义占用。</translation>
    </message>
    <message>
        <source>Its controller has not seen the last change yet.</source>
        <translation>其控制器尚未看到最近的更改。</translation>
    </message>
    <message>
        <source>Its status is %1.</source>
        <translation>状态为 %1。</translation>
    </message>
    <message>
        <source>Pod %1: %2</source>
        <translation>Pod %1：%2</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message numerus="yes">
        <source>%Ln degraded</source>
        <translation>
            <numerusform>%Ln 个降级</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending</source>
        <translation>
            <numerusform>%Ln 个等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>An init container</source>
        <translation>某个 Init 容器</translation>
    </message>
    <message>
        <source>A container</source>
        <translation>某个容器</translation>
    </message>
    <message>
        <source>Init container %1</source>
        <translation>Init 容器 %1</translation>
    </message>
    <message>
        <source>Container %1</source>
        <translation>容器 %1</translation>
    </message>
    <message>
        <source>signal %1</source>
        <translation>信号 %1</translation>
    </message>
    <message>
        <source>it used more memory than its limit and was killed (OOMKilled, exit code %1)</source>
        <translation>内存用量超过限制而被终止（OOMKilled，退出码 %1）</translation>
    </message>
    <message>
        <source>it ended by %1 (exit code %2)</source>
        <translation>因 %1 结束（退出码 %2）</translation>
    </message>
    <message>
        <source>it ended with exit code %1</source>
        <translation>已结束，退出码 %1</translation>
    </message>
    <message>
        <source>it ended with exit code %1 (%2)</source>
        <translation>已结束，退出码 %1 (%2)</translation>
    </message>
    <message>
        <source>%1 crashes again and again</source>
        <translation>%1 反复崩溃</translation>
    </message>
    <message numerus="yes">
        <source>, %n restart(s)</source>
        <translation>
            <numerusform>，已重启 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 失败。</translation>
    </message>
    <message>
        <source>%1 failed: %2.</source>
        <translation>%1 失败：%2。</translation>
    </message>
    <message>
        <source>%1 waits for an image that cannot be pulled.</source>
        <translation>%1 正在等待无法拉取的镜像。</translation>
    </message>
    <message>
        <source>%1 waits for image %2, which cannot be pulled.</source>
        <translation>%1 正在等待镜像 %2，但无法拉取该镜像。</translation>
    </message>
    <message>
        <source>%1 fails its liveness probe and will be restarted.</source>
        <translation>%1 未通过存活探针，将被重启。</translation>
    </message>
    <message>
        <source>%1 fails its startup probe.</source>
        <translation>%1 未通过启动探针。</translation>
    </message>
    <message>
        <source>%1 fails its readiness probe and gets no traffic.</source>
        <translation>%1 未通过就绪探针，不会收到流量。</translation>
    </message>
    <message>
        <source>%1 runs but is not ready (%2 of %3 are).</source>
        <translation>%1 正在运行但未就绪（%3 个中有 %2 个就绪）。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n container(s) are ready.</source>
        <translation>
            <numerusform>%n 个容器中有 %1 个就绪。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is being deleted.</source>
        <translation>正在删除。</translation>
    </message>
    <message>
        <source>It should have been gone at %1, but its finalizers hold it: %2.</source>
        <translation>本应在 %1 前删除，但被终结器阻止：%2。</translation>
    </message>
    <message>
        <source>It should have been gone at %1. Its node may be away, or a process does not end.</source>
        <translation>本应在 %1 前删除。可能是节点失联，或某个进程没有结束。</translation>
    </message>
    <message>
        <source>%1 names an image that is no valid name.</source>
        <translation>%1 指定的镜像名称无效。</translation>
    </message>
    <message>
        <source>%1 names the image “%2”, which is no valid name.</source>
        <translation>%1 指定的镜像“%2”不是有效名称。</translation>
    </message>
    <message>
        <source>%1 cannot be configured.</source>
        <translation>%1 无法配置。</translation>
    </message>
    <message>
        <source>%1 cannot be started.</source>
        <translation>%1 无法启动。</translation>
    </message>
    <message>
        <source>No node can take the pod.</source>
        <translation>没有节点能够接纳此 Pod。</translation>
    </message>
    <message>
        <source>The pod is held back by its scheduling gates.</source>
        <translation>Pod 被其调度门控阻止。</translation>
    </message>
    <message>
        <source>The pod waits for the scheduler.</source>
        <translation>Pod 正在等待调度器。</translation>
    </message>
    <message>
        <source>A volume cannot be mounted.</source>
        <translation>无法挂载卷。</translation>
    </message>
    <message>
        <source>The pod&apos;s network or sandbox cannot be made.</source>
        <translation>无法创建 Pod 的网络或沙箱。</translation>
    </message>
    <message>
        <source>Its containers are being made.</source>
        <translation>正在创建其容器。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n init container(s) are through.</source>
        <translation>
            <numerusform>%n 个 Init 容器中有 %1 个已完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>It was evicted from its node.</source>
        <translation>已被节点驱逐。</translation>
    </message>
    <message>
        <source>It had to make room for a pod that is more important.</source>
        <translation>已为更重要的 Pod 让出位置。</translation>
    </message>
    <message>
        <source>Its node is lost.</source>
        <translation>其节点已失联。</translation>
    </message>
    <message>
        <source>Its node %1 is lost.</source>
        <translation>其节点 %1 已失联。</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>已失败。</translation>
    </message>
    <message numerus="yes">
        <source>Of its %n pod(s), %1 fail.</source>
        <translation>
            <numerusform>%n 个 Pod 中有 %1 个故障。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of its %n pod(s), %1 need a look.</source>
        <translation>
            <numerusform>%n 个 Pod 中有 %1 个需要关注。</numerusform>
        </translation>
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
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message numerus="yes">
        <source>%n namespaces</source>
        <translation>
            <numerusform>%n 个命名空间</numerusform>
        </translation>
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
    <name>workspace::ListContent</name>
    <message>
        <source>All namespaces</source>
        <translation>所有命名空间</translation>
    </message>
    <message numerus="yes">
        <source>%Ln namespaces</source>
        <translation>
            <numerusform>%Ln 个命名空间</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
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
    <message>
        <source>Find or type a namespace</source>
        <translation>查找或输入命名空间</translation>
    </message>
</context>
<context>
    <name>workspace::NamespaceList</name>
    <message>
        <source>All namespaces</source>
        <translation>所有命名空间</translation>
    </message>
</context>
<context>
    <name>workspace::NamespacePicker</name>
    <message>
        <source>Use “%1”</source>
        <translation>使用“%1”</translation>
    </message>
    <message>
        <source>Choose namespaces</source>
        <translation>选择命名空间</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>You may not list namespaces here: type the name of one you may use.</source>
        <translation>您无权在此列出命名空间：请输入您可以使用的命名空间名称。</translation>
    </message>
    <message>
        <source>Enter use the checked ones   Space check   Esc cancel</source>
        <translation>Enter 使用选中项   空格 选中   Esc 取消</translation>
    </message>
    <message>
        <source>Enter use this one   Space check several   Esc cancel</source>
        <translation>Enter 使用此项   空格 选中多个   Esc 取消</translation>
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
    <name>workspace::Related</name>
    <message>
        <source>owns</source>
        <translation>拥有</translation>
    </message>
    <message>
        <source>runs on</source>
        <translation>运行于</translation>
    </message>
    <message>
        <source>runs as</source>
        <translation>运行身份为</translation>
    </message>
    <message>
        <source>has priority</source>
        <translation>优先级为</translation>
    </message>
    <message>
        <source>has runtime</source>
        <translation>运行时为</translation>
    </message>
    <message>
        <source>mounts</source>
        <translation>挂载</translation>
    </message>
    <message>
        <source>reads environment from</source>
        <translation>环境变量读自</translation>
    </message>
    <message>
        <source>pulls images with</source>
        <translation>拉取镜像使用</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>申领</translation>
    </message>
    <message>
        <source>is bound to</source>
        <translation>绑定到</translation>
    </message>
    <message>
        <source>is provisioned by</source>
        <translation>制备者为</translation>
    </message>
    <message>
        <source>sends to</source>
        <translation>发送到</translation>
    </message>
    <message>
        <source>has the endpoints of</source>
        <translation>端点属于</translation>
    </message>
    <message>
        <source>points to</source>
        <translation>指向</translation>
    </message>
    <message>
        <source>routes to</source>
        <translation>路由到</translation>
    </message>
    <message>
        <source>has its certificate from</source>
        <translation>证书来自</translation>
    </message>
    <message>
        <source>is handled by</source>
        <translation>处理者为</translation>
    </message>
    <message>
        <source>restricts</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>scales</source>
        <translation>扩缩</translation>
    </message>
    <message>
        <source>protects</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>grants</source>
        <translation>授予</translation>
    </message>
    <message>
        <source>grants to</source>
        <translation>授权给</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>持有</translation>
    </message>
    <message>
        <source> in %1</source>
        <translation>（位于 %1）</translation>
    </message>
    <message>
        <source> (does not exist)</source>
        <translation>（不存在）</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>owned by</source>
        <translation>属于</translation>
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
    <message>
        <source>Choose namespaces</source>
        <translation>选择命名空间</translation>
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
